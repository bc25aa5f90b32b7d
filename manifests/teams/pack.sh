#!/usr/bin/env bash
# Makes the app package for Teams: fills in the bot's app id and zips the manifest with its icons.
# usage: manifests/teams/pack.sh [--watch] APP-ID [OUT.zip]
# --watch asks each team and group chat for the right to read messages that do not mention the bot.
set -euo pipefail
watch=; [[ ${1:-} == --watch ]] && { watch=1; shift; }
id=${1:?usage: pack.sh [--watch] APP-ID [OUT.zip]}; out=$(realpath -m "${2:-sourcingbot-teams.zip}")
[[ $id =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]] || { echo "The app id is a GUID, as in the Azure portal." >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
sed "s/00000000-0000-0000-0000-000000000000/$id/g" "$here/manifest.json" > "$work/manifest.json"
if [[ $watch ]]; then
  python3 - "$work/manifest.json" "$id" <<'EOF'
import json, sys
path, app = sys.argv[1:]
with open(path, encoding="utf-8") as file: manifest = json.load(file)
rights = ["ChannelMessage.Read.Group", "ChatMessage.Read.Chat"]
manifest["authorization"] = {"permissions": {"resourceSpecific": [{"name": right, "type": "Application"} for right in rights]}}
manifest["webApplicationInfo"] = {"id": app, "resource": "https://RscBasedStoreApp"}
manifest["version"] = "1.1.0"
with open(path, "w", encoding="utf-8") as file: json.dump(manifest, file, ensure_ascii=False, indent=2)
EOF
fi
cp "$here/color.png" "$here/outline.png" "$work/"
rm -f "$out"; (cd "$work" && python3 -m zipfile -c "$out" manifest.json color.png outline.png)
echo "$out"
