#!/bin/sh
# Fetches workbooks of many programs and people from the tests of public
# spreadsheet libraries into target/real-world, for the test
#
#     sh tests/data/real-world.sh
#     cargo test --release --test scenario real_world -- --ignored
#
# They are not part of this repository: their licences are their authors', and
# some are large. Other files (xlsx, xlsm) may be put beside them. With
# REAL_WORLD_FROM the repositories are taken from elsewhere than GitHub, a
# folder of copies for example.
set -eu
cd "$(dirname "$0")/../.."
from=${REAL_WORLD_FROM:-https://github.com}
to=target/real-world
mkdir -p "$to"

while read -r repository commit; do
    [ -n "$repository" ] || continue
    name=$(echo "$repository" | tr / -)
    copy=$to/$name.git
    [ -d "$copy" ] || git init --quiet --bare "$copy"
    git -C "$copy" cat-file -e "$commit" 2>/dev/null ||
        git -C "$copy" fetch --quiet --depth 1 "$from/$repository" "$commit"
    git -C "$copy" -c core.quotePath=false ls-tree -r --name-only "$commit" |
        grep -i '\.xls[xm]$' | while read -r path; do
        file=$to/$name-$(echo "$path" | tr '/ ' '--')
        [ -s "$file" ] || git -C "$copy" show "$commit:$path" >"$file" ||
            { rm -f "$file"; echo "$repository: no $path" >&2; }
    done
done <<'LIST'
tafia/calamine 263762c8e98ef25da8511d9c5ea1783493e3bf6d
qax-os/excelize 8d26cbd932e8ff9e12dc42f7fef245baf7773b72
PHPOffice/PhpSpreadsheet 11645d54ac203be6693309f0cd5153a4dfbf3761
LIST
find "$to" -maxdepth 1 -type f | wc -l
