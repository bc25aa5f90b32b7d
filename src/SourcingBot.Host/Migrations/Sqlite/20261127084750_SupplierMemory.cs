using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SourcingBot.Host.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SupplierMemory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "supplier_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Shown = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supplier_facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "supplier_mutes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupplierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Until = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_supplier_mutes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_supplier_facts_SupplierId_Kind_Key",
                table: "supplier_facts",
                columns: new[] { "SupplierId", "Kind", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_supplier_facts_TeamId_Kind_Key",
                table: "supplier_facts",
                columns: new[] { "TeamId", "Kind", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_supplier_mutes_SupplierId_Rule",
                table: "supplier_mutes",
                columns: new[] { "SupplierId", "Rule" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "supplier_facts");

            migrationBuilder.DropTable(
                name: "supplier_mutes");
        }
    }
}
