<?php

/*
 * Prices a basket and reads the history of a customer over SOAP, with PHP's own SoapClient.
 *
 *     php basket.php [ADDRESS]
 *
 * Amounts come as text: compute with bcmath, never with floats.
 */

$address = $argv[1] ?? 'http://127.0.0.1:8080';
$day = '2026-11-15';
$customer = ['account' => ['id' => 'C0001']];

function service(string $address, string $name): SoapClient
{
    return new SoapClient("$address/soap/$name/v1/soap11?wsdl", [
        // one entry in a list is a list, too
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
        'exceptions' => true,
        'cache_wsdl' => WSDL_CACHE_NONE,
    ]);
}

function price(SoapClient $pricing, array $customer, string $day, array $lines): stdClass
{
    $request = ['customer' => $customer, 'date' => $day, 'line' => $lines];
    return $pricing->calculatePrices(['request' => $request])->result;
}

function printPrices(stdClass $answer): void
{
    echo "Prices in $answer->currency\n";
    foreach ($answer->line as $line) {
        echo "  $line->quantity $line->unit of $line->item $line->description at $line->unitPrice: $line->net\n";
    }
    $totals = $answer->totals;
    echo "  $totals->net + $totals->tax tax = $totals->gross\n";
}

/** All items: each page but the last says where the next one starts. */
function purchases(SoapClient $history, array $query): array
{
    $items = [];
    $paging = ['size' => 20];
    do {
        $answer = $history->findPurchases(['request' => $query + ['paging' => $paging]])->result;
        $items = array_merge($items, $answer->purchase ?? []);
        $paging['cursor'] = $answer->page->nextCursor ?? null;
    } while ($answer->page->more);
    return $items;
}

/** Amounts of one currency have the same number of decimals, so that they compare without the point. */
function compareAmounts(string $one, string $other): int
{
    return (int) str_replace('.', '', $one) <=> (int) str_replace('.', '', $other);
}

function printPurchases(SoapClient $history, array $customer): void
{
    echo "Bought until the end of October\n";
    $items = purchases($history, ['customer' => $customer, 'until' => '2026-11-01']);
    usort($items, fn ($one, $other) => compareAmounts($other->netValue, $one->netValue));
    foreach (array_slice($items, 0, 3) as $item) {
        echo "  $item->item $item->name: $item->quantity $item->unit, $item->netValue $item->currency\n";
    }
    echo '  ' . count($items) . " items\n";
}

function printOpenInvoices(SoapClient $history, array $customer, string $day): void
{
    echo "Open on $day\n";
    $request = ['customer' => $customer, 'status' => ['OPEN', 'PARTLY_PAID'], 'asOf' => $day];
    foreach ($history->findInvoices(['request' => $request])->result->invoice ?? [] as $invoice) {
        echo "  {$invoice->ref->id} due $invoice->dueDate: $invoice->outstanding $invoice->currency\n";
    }
}

/** Every fault carries the same detail, in an element named after its kind: decide by the codes, never by the text. */
function printFault(SoapFault $fault): void
{
    $detail = current(get_object_vars($fault->detail));
    foreach ($detail->violation as $violation) {
        echo "  $violation->code at $violation->path\n";
    }
}

$pricing = service($address, 'pricing');
printPrices(price($pricing, $customer, $day, [
    ['item' => 'EL001', 'quantity' => '10'],
    ['item' => 'HT012', 'quantity' => '4'],
    ['item' => 'FA021', 'quantity' => '2', 'unit' => 'BOX'],
    ['item' => 'MA027', 'quantity' => '1'],
    ['item' => 'SA038', 'quantity' => '100'],
]));
$history = service($address, 'history');
printPurchases($history, $customer);
printOpenInvoices($history, $customer, $day);
echo "Items that do not exist\n";
try {
    price($pricing, $customer, $day, [
        ['item' => 'EL001', 'quantity' => '1'],
        ['item' => 'NO-SUCH-ITEM', 'quantity' => '1'],
        ['item' => 'NEITHER', 'quantity' => '1'],
    ]);
} catch (SoapFault $fault) {
    printFault($fault);
}
