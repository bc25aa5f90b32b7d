using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SourcingBot.Host.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrderPlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsPersonal",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsPersonal",
                table: "orders");
        }
    }
}
