"""Prices a basket and reads the history of a customer over SOAP, with zeep.

    python3 basket.py [ADDRESS]

Amounts come as decimal.Decimal: never make floats of them.
"""

import datetime
import sys

import zeep

ADDRESS = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
DAY = datetime.date(2026, 11, 15)
CUSTOMER = {"account": {"id": "C0001"}}


def service(name):
    client = zeep.Client(f"{ADDRESS}/soap/{name}/v1/soap11?wsdl")
    return client, client.service


def price(pricing, *lines):
    basket = [{"item": item, "quantity": quantity, "unit": unit} for item, quantity, unit in lines]
    return pricing.calculatePrices({"customer": CUSTOMER, "date": DAY, "line": basket})


def print_prices(answer):
    print(f"Prices in {answer.currency}")
    for line in answer.line:
        print(f"  {line.quantity} {line.unit} of {line.item} {line.description} at {line.unitPrice}: {line.net}")
    totals = answer.totals
    print(f"  {totals.net} + {totals.tax} tax = {totals.gross}")


def pages(find, query):
    """All pages of a list: each but the last says where the next one starts."""
    cursor = None
    while True:
        answer = find({**query, "paging": {"size": 20, "cursor": cursor}})
        yield answer
        if not answer.page.more:
            return
        cursor = answer.page.nextCursor


def print_purchases(history):
    print("Bought until the end of October")
    query = {"customer": CUSTOMER, "until": datetime.date(2026, 11, 1)}
    items = [item for answer in pages(history.findPurchases, query) for item in answer.purchase]
    for item in sorted(items, key=lambda item: item.netValue, reverse=True)[:3]:
        print(f"  {item.item} {item.name}: {item.quantity} {item.unit}, {item.netValue} {item.currency}")
    print(f"  {len(items)} items")


def print_open_invoices(history):
    print(f"Open on {DAY}")
    answer = history.findInvoices({"customer": CUSTOMER, "status": ["OPEN", "PARTLY_PAID"], "asOf": DAY})
    for invoice in answer.invoice:
        print(f"  {invoice.ref.id} due {invoice.dueDate}: {invoice.outstanding} {invoice.currency}")


def print_fault(client, fault):
    """Every fault carries the same detail: decide by its codes, never by the text."""
    detail = client.wsdl.types.deserialize(fault.detail[0])
    for violation in detail.violation:
        print(f"  {violation.code} at {violation.path}")


def main():
    client, pricing = service("pricing")
    print_prices(price(pricing, ("EL001", 10, None), ("HT012", 4, None), ("FA021", 2, "BOX"),
                       ("MA027", 1, None), ("SA038", 100, None)))
    _, history = service("history")
    print_purchases(history)
    print_open_invoices(history)
    print("Items that do not exist")
    try:
        price(pricing, ("EL001", 1, None), ("NO-SUCH-ITEM", 1, None), ("NEITHER", 1, None))
    except zeep.exceptions.Fault as fault:
        print_fault(client, fault)


main()
