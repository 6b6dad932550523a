// Prices a basket and reads the history of a customer over SOAP, with the package "soap".
//
//     npm install && node basket.js [ADDRESS]
//
// Amounts come as text: a number of JavaScript cannot hold them.

const soap = require('soap');

const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const day = '2026-11-15';
const customer = { account: { id: 'C0001' } };

const service = (name) => soap.createClientAsync(`${address}/soap/${name}/v1/soap11?wsdl`);

async function call(client, operation, request) {
  const [reply] = await client[`${operation}Async`]({ request });
  return reply.result;
}

const price = (pricing, lines) => call(pricing, 'calculatePrices', { customer, date: day, line: lines });

function printPrices(answer) {
  console.log(`Prices in ${answer.currency}`);
  for (const line of answer.line) {
    console.log(
      `  ${line.quantity} ${line.unit} of ${line.item} ${line.description} at ${line.unitPrice}: ${line.net}`,
    );
  }
  const { net, tax, gross } = answer.totals;
  console.log(`  ${net} + ${tax} tax = ${gross}`);
}

/** All items: each page but the last says where the next one starts. */
async function purchases(history, query) {
  const items = [];
  let paging = { size: 20 };
  for (;;) {
    const answer = await call(history, 'findPurchases', { ...query, paging });
    items.push(...(answer.purchase ?? []));
    if (!answer.page.more) return items;
    paging = { size: 20, cursor: answer.page.nextCursor };
  }
}

/** Amounts of one currency have the same number of decimals, so that they compare without the point. */
const minorUnits = (amount) => BigInt(amount.replace('.', ''));

async function printPurchases(history) {
  console.log('Bought until the end of October');
  const items = await purchases(history, { customer, until: '2026-11-01' });
  items.sort((one, other) => (minorUnits(other.netValue) > minorUnits(one.netValue) ? 1 : -1));
  for (const item of items.slice(0, 3)) {
    console.log(`  ${item.item} ${item.name}: ${item.quantity} ${item.unit}, ${item.netValue} ${item.currency}`);
  }
  console.log(`  ${items.length} items`);
}

async function printOpenInvoices(history) {
  console.log(`Open on ${day}`);
  const request = { customer, status: ['OPEN', 'PARTLY_PAID'], asOf: day };
  const answer = await call(history, 'findInvoices', request);
  for (const invoice of answer.invoice ?? []) {
    // a date comes as the start of the day in UTC; send dates as text, or they carry a time that is refused
    const due = invoice.dueDate.toISOString().slice(0, 10);
    console.log(`  ${invoice.ref.id} due ${due}: ${invoice.outstanding} ${invoice.currency}`);
  }
}

/** Every fault carries the same detail, in an element named after its kind: decide by the codes, never by the text. */
function printFault(error) {
  const [detail] = Object.values(error.root.Envelope.Body.Fault.detail);
  for (const violation of [detail.violation].flat()) {
    console.log(`  ${violation.code} at ${violation.path}`);
  }
}

async function main() {
  const pricing = await service('pricing');
  printPrices(
    await price(pricing, [
      { item: 'EL001', quantity: '10' },
      { item: 'HT012', quantity: '4' },
      { item: 'FA021', quantity: '2', unit: 'BOX' },
      { item: 'MA027', quantity: '1' },
      { item: 'SA038', quantity: '100' },
    ]),
  );
  const history = await service('history');
  await printPurchases(history);
  await printOpenInvoices(history);
  console.log('Items that do not exist');
  await price(pricing, [
    { item: 'EL001', quantity: '1' },
    { item: 'NO-SUCH-ITEM', quantity: '1' },
    { item: 'NEITHER', quantity: '1' },
  ]).catch(printFault);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
