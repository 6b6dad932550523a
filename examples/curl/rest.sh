#!/bin/sh
# Prices a basket over REST, then reads the open invoices of the customer and a proof of delivery. Prints the answers as
# they come.
#
#     sh rest.sh [ADDRESS]
set -eu

address=${1:-http://127.0.0.1:8080}/api/v1

call() {
  curl --silent --show-error --fail-with-body --header 'Accept: application/json' "$@"
  echo
}

call --header 'Content-Type: application/json' --data-binary @- "$address/pricing/prices" <<'REQUEST'
{
  "customer": {"account": {"id": "C0001"}},
  "date": "2026-11-15",
  "line": [
    {"item": "EL001", "quantity": "10"},
    {"item": "HT012", "quantity": "4"},
    {"item": "FA021", "quantity": "2", "unit": "BOX"},
    {"item": "MA027", "quantity": "1"},
    {"item": "SA038", "quantity": "100"}
  ]
}
REQUEST

# A field of the request is a parameter of the same name; a field of a field has a dot; a list is repeated.
call --get "$address/history/invoices" \
  --data customer.account.id=C0001 --data status=OPEN --data status=PARTLY_PAID --data asOf=2026-11-15

call "$address/history/shipments/SH-000677/proof-of-delivery"
