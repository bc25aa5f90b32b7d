using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SourcingBot.Host.Migrations.Sqlite.Migrations
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

            // In the order of time, so that what is due at one time stands on the same pages.
            migrationBuilder.Sql("""
                CREATE TABLE waiting_reminders (
                    "DueAt" INTEGER NOT NULL, "Token" TEXT NOT NULL, "Platform" TEXT NOT NULL, "ConversationKey" TEXT NOT NULL, "TeamId" TEXT NOT NULL,
                    CONSTRAINT "PK_waiting_reminders" PRIMARY KEY ("DueAt", "Token")) WITHOUT ROWID
                """);

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
