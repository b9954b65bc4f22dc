#!/usr/bin/env bash
# Whether two builds of newsgraph write the same bytes for the same articles: after a change that must not change what is
# found, as moving code does.
#
#   scripts/same_output.sh OLD NEW INPUT…       OLD and NEW are programs, each INPUT a file or folder of articles
#
# Prints what differs and exits with 1, or "the same" for each input.
set -euo pipefail
if [ "$#" -lt 3 ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
old=$(realpath "$1") new=$(realpath "$2")
shift 2
outputs=$(mktemp -d)
trap 'rm -rf "$outputs"' EXIT
differs=0
for input in "$@"; do
    rm -rf "$outputs"/*
    for program in old new; do
        # Exit code 3 is an input that could not be read, which both have to say alike.
        "${!program}" build "$input" -o "$outputs/$program" >/dev/null 2>&1 || [ "$?" = 3 ] || {
            echo "$input: ${!program} failed" >&2
            exit 1
        }
    done
    if diff -rq "$outputs/old" "$outputs/new"; then
        echo "$input: the same"
    else
        differs=1
    fi
done
exit "$differs"
