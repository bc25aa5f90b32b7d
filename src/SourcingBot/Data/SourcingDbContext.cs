using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SourcingBot.Cases;
using SourcingBot.Chat;
using SourcingBot.Checks;
using SourcingBot.Evidence;
using SourcingBot.Feedback;
using SourcingBot.Orders;
using SourcingBot.Reminders;
using SourcingBot.SecondReader;
using SourcingBot.Suppliers;
using SourcingBot.Suppliers.Memory;
using SourcingBot.Watching;

namespace SourcingBot.Data;

/// <summary>The database, seen by one team. Each slice configures its own tables, in a file beside them.</summary>
/// <param name="options">The provider and its connection.</param>
/// <param name="team">Whose rows queries see and saves write.</param>
public abstract class SourcingDbContext(DbContextOptions options, CurrentTeam team) : DbContext(options)
{
    /// <summary>Events that came in.</summary>
    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    /// <summary>Messages on their way out.</summary>
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Conversations that the bot has met.</summary>
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    /// <summary>What was made of each message that was checked.</summary>
    public DbSet<CheckRow> Checks => Set<CheckRow>();

    /// <summary>People who spoke to the bot.</summary>
    public DbSet<PersonRow> People => Set<PersonRow>();

    /// <summary>What the buttons of cards are about.</summary>
    public DbSet<CardTokenRow> CardTokens => Set<CardTokenRow>();

    /// <summary>What the team chose.</summary>
    public DbSet<TeamSettingRow> TeamSettings => Set<TeamSettingRow>();

    /// <summary>Orders that the team follows.</summary>
    public DbSet<OrderRow> Orders => Set<OrderRow>();

    /// <summary>What happened to them.</summary>
    public DbSet<OrderEventRow> OrderEvents => Set<OrderEventRow>();

    /// <summary>Orders half told.</summary>
    public DbSet<OrderDraftRow> OrderDrafts => Set<OrderDraftRow>();

    /// <summary>Suppliers of the orders, and when to check them again.</summary>
    public DbSet<SupplierRow> Suppliers => Set<SupplierRow>();

    /// <summary>Reminders to come and gone.</summary>
    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    /// <summary>The timetable of those to come.</summary>
    public DbSet<WaitingReminderRow> WaitingReminders => Set<WaitingReminderRow>();

    /// <summary>Files that people sent.</summary>
    public DbSet<StoredFileRow> StoredFiles => Set<StoredFileRow>();

    /// <summary>Guided conversations.</summary>
    public DbSet<CaseRow> Cases => Set<CaseRow>();

    /// <summary>Their history.</summary>
    public DbSet<CaseEntryRow> CaseEntries => Set<CaseEntryRow>();

    /// <summary>Where they are talked about.</summary>
    public DbSet<CasePlaceRow> CasePlaces => Set<CasePlaceRow>();

    /// <summary>Reminders of them.</summary>
    public DbSet<CaseReminderRow> CaseReminders => Set<CaseReminderRow>();

    /// <summary>What people say of answers.</summary>
    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    /// <summary>What is remembered of suppliers.</summary>
    public DbSet<SupplierFactRow> SupplierFacts => Set<SupplierFactRow>();

    /// <summary>Rules that are muted for suppliers.</summary>
    public DbSet<SupplierMuteRow> SupplierMutes => Set<SupplierMuteRow>();

    /// <summary>How often the second reader was asked.</summary>
    public DbSet<SecondReaderDayRow> SecondReaderDays => Set<SecondReaderDayRow>();

    /// <summary>Watched channels.</summary>
    public DbSet<WatchRow> Watches => Set<WatchRow>();

    /// <summary>Threads of watched channels that were warned in.</summary>
    public DbSet<WatchWarningRow> WatchWarnings => Set<WatchWarningRow>();

    /// <summary>The team of this context; part of every query.</summary>
    public TeamId TeamId => team.Id;

    /// <summary>What a fault means, wherever in it the database driver's own exception is.</summary>
    /// <param name="fault">What was thrown; EF Core and the drivers wrap each other's exceptions.</param>
    public DatabaseFault FaultOf(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException thrown) return FaultOf(thrown);
        }

        return DatabaseFault.Other;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampTeam();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampTeam();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SourcingDbContext).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).ToList())
        {
            if (!typeof(TeamRow).IsAssignableFrom(type))
                throw new InvalidOperationException($"{type.Name} is stored without a team. Derive it from {nameof(TeamRow)}.");
            FilterMethod.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        }
    }

    private static readonly MethodInfo FilterMethod =
        typeof(SourcingDbContext).GetMethod(nameof(FilterByTeam), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<TeamId>().HaveConversion<TeamIdConverter>();
        configurationBuilder.Properties<Instant>().HaveConversion(InstantConverter);
    }

    /// <summary>How an instant is kept: PostgreSQL has a type for it, SQLite has not.</summary>
    protected abstract Type InstantConverter { get; }

    /// <summary>What an exception of the provider's driver means, by its codes.</summary>
    /// <param name="fault">What the driver threw.</param>
    protected abstract DatabaseFault FaultOf(DbException fault);

    private void FilterByTeam<T>(ModelBuilder modelBuilder)
        where T : TeamRow => modelBuilder.Entity<T>().HasQueryFilter(row => row.TeamId == TeamId);

    private void StampTeam()
    {
        foreach (var entry in ChangeTracker.Entries<TeamRow>())
        {
            if (entry.State == EntityState.Added && entry.Entity.TeamId == default) entry.Entity.TeamId = TeamId;
            else if (entry.State != EntityState.Unchanged && entry.Entity.TeamId != TeamId)
                throw new InvalidOperationException("A row of another team was about to be saved.");
        }
    }
}
