#!/bin/sh
# Runs every example for which the machine has the interpreter and the library, and compares what it prints with
# expected.txt. Needs curl for the others.
#
#     sh check.sh [ADDRESS]
set -eu

address=${1:-http://127.0.0.1:8080}
here=$(cd "$(dirname "$0")" && pwd)
failed=0

passed() { echo "$1: passed"; }
skipped() { echo "$1: skipped, $2 is not installed"; }
failed() {
  echo "$1: FAILED"
  failed=1
}

# compare NAME COMMAND...: the command prints what expected.txt has
compare() {
  name=$1
  shift
  if "$@" "$address" | diff - "$here/expected.txt"; then passed "$name"; else failed "$name"; fi
}

# contains NAME TEXT COMMAND...: the command succeeds and prints the text
contains() {
  name=$1
  text=$2
  shift 2
  if printed=$("$@" "$address") && echo "$printed" | grep -q -F "$text"; then passed "$name"; else failed "$name"; fi
}

contains 'curl, SOAP' 'gross>2824.07<' sh "$here/curl/soap.sh"
contains 'curl, REST' '"gross":"2824.07"' sh "$here/curl/rest.sh"

python=
for candidate in python3 /usr/bin/python3; do
  if [ -z "$python" ] && "$candidate" -c 'import zeep' 2> /dev/null; then python=$candidate; fi
done
if [ -n "$python" ]; then
  compare 'Python, zeep' "$python" "$here/python/basket.py"
else
  skipped 'Python, zeep' 'python3 with zeep'
fi

if php -r 'exit(extension_loaded("soap") ? 0 : 1);' 2> /dev/null; then
  compare 'PHP, SoapClient' php "$here/php/basket.php"
else
  skipped 'PHP, SoapClient' 'php with the extension soap'
fi

if (cd "$here/node" && node -e 'require("soap")') 2> /dev/null; then
  compare 'Node.js, soap' node "$here/node/basket.js"
else
  skipped 'Node.js, soap' 'node with the package soap (npm install in examples/node)'
fi

exit $failed
