#!/usr/bin/env bash
# Makes the app package for Teams: fills in the bot's app id and zips the manifest with its icons.
# usage: manifests/teams/pack.sh APP-ID [OUT.zip]
set -euo pipefail
id=${1:?usage: pack.sh APP-ID [OUT.zip]}; out=$(realpath -m "${2:-sourcingbot-teams.zip}")
[[ $id =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]] || { echo "The app id is a GUID, as in the Azure portal." >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd); work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
sed "s/00000000-0000-0000-0000-000000000000/$id/g" "$here/manifest.json" > "$work/manifest.json"
cp "$here/color.png" "$here/outline.png" "$work/"
rm -f "$out"; (cd "$work" && python3 -m zipfile -c "$out" manifest.json color.png outline.png)
echo "$out"
