using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SourcingBot.Host.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Timetable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reminders_due",
                table: "reminders");

            migrationBuilder.DropIndex(
                name: "IX_outbox_Platform_AnswerKey",
                table: "outbox");

            migrationBuilder.RenameColumn(
                name: "Status",
                table: "reminders",
                newName: "Outcome");

            migrationBuilder.CreateTable(
                name: "waiting_reminders",
                columns: table => new
                {
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Token = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Platform = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ConversationKey = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TeamId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_reminders", x => new { x.DueAt, x.Token });
                });

            // A look for the nearest one steps over what was deleted until it is vacuumed.
            migrationBuilder.Sql("ALTER TABLE waiting_reminders SET (autovacuum_vacuum_scale_factor = 0.01)");

            // Each reminder that waits gets its place; that one was sent is told by having none.
            migrationBuilder.Sql("""
                INSERT INTO waiting_reminders ("DueAt", "Token", "TeamId", "Platform", "ConversationKey")
                SELECT "DueAt", "Token", "TeamId", "Platform", "ConversationKey" FROM reminders WHERE "Outcome" = 0
                """);
            migrationBuilder.Sql("""UPDATE reminders SET "Outcome" = 0 WHERE "Outcome" = 1""");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Platform_AnswerKey",
                table: "outbox",
                columns: new[] { "Platform", "AnswerKey" },
                filter: "\"AnswerKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What was handed over but not sent yet gets its words.
            migrationBuilder.Sql("""
                UPDATE outbox SET "Conversation" = r."Conversation", "Asker" = r."Person", "Message" = r."Message"
                FROM reminders AS r WHERE outbox."Message" = '' AND outbox."DedupeKey" LIKE 'reminder/%/' || r."Token"
                """);
            migrationBuilder.Sql("""
                UPDATE reminders SET "Outcome" = 1 WHERE "Outcome" = 0
                AND NOT EXISTS (SELECT 1 FROM waiting_reminders AS w WHERE w."DueAt" = reminders."DueAt" AND w."Token" = reminders."Token")
                """);

            migrationBuilder.DropTable(
                name: "waiting_reminders");

            migrationBuilder.DropIndex(
                name: "IX_outbox_Platform_AnswerKey",
                table: "outbox");

            migrationBuilder.RenameColumn(
                name: "Outcome",
                table: "reminders",
                newName: "Status");

            migrationBuilder.CreateIndex(
                name: "ix_reminders_due",
                table: "reminders",
                column: "DueAt",
                filter: "\"Status\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Platform_AnswerKey",
                table: "outbox",
                columns: new[] { "Platform", "AnswerKey" });
        }
    }
}
