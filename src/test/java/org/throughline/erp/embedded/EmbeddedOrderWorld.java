package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.throughline.account.CreditControl;
import org.throughline.account.CreditRules;
import org.throughline.account.LinkedAccounts;
import org.throughline.account.Links;
import org.throughline.database.TestDatabase;
import org.throughline.erp.embedded.demo.DemoData;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.order.AdjustableClock;
import org.throughline.order.Amendment;
import org.throughline.order.ApprovalFacts;
import org.throughline.order.ApprovalLimits;
import org.throughline.order.ApprovalPolicy;
import org.throughline.order.CreditPolicy;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.InMemoryLedger;
import org.throughline.order.Order;
import org.throughline.order.OrderRequest;
import org.throughline.order.OrderService;
import org.throughline.order.OrderSources;
import org.throughline.order.OrderWorld;
import org.throughline.order.Orders;
import org.throughline.order.RequestKey;
import org.throughline.order.StockPolicy;
import org.throughline.order.TestOffers;
import org.throughline.pricing.AgreementPolicy;
import org.throughline.pricing.PriceLists;
import org.throughline.pricing.PricingEngine;
import org.throughline.pricing.PricingService;
import org.throughline.shared.AccountId;
import org.throughline.shared.AccountResolver;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.Erp;
import org.throughline.shared.ItemId;
import org.throughline.shared.OrderId;
import org.throughline.shared.TaxIds;
import org.throughline.stock.Items;
import org.throughline.stock.Reservations;
import org.throughline.stock.StockLevels;
import org.throughline.stock.StockService;
import org.throughline.tax.RoundingLevel;

/** The embedded ERP on a database of its own, with all that an order needs. */
final class EmbeddedOrderWorld implements OrderWorld {

    private static final String DATASET = "main";
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final TestDatabase database;
    private final AdjustableClock clock = new AdjustableClock("2026-11-22T10:00:00Z");
    private final EmbeddedErp erp = new EmbeddedErp(DATASET);
    private final AtomicInteger number = new AtomicInteger();

    EmbeddedOrderWorld(TestDatabase database) {
        this(database, false);
        RowBatch rows = new RowBatch();
        rows.add(ErpTable.WAREHOUSE, "LON", "London", "GB");
        rows.add(ErpTable.BRANCH, "GB", "Britain", "GB", "GB123", "GBP", "LON");
        rows.add(ErpTable.PRICE_LIST, "LIST", "Pounds", "GBP", false, true);
        rows.add(
                ErpTable.TAX_RULE,
                "GB-S",
                "GB",
                null,
                "STANDARD",
                "S",
                20,
                null,
                null,
                null,
                EVER,
                null,
                null,
                "ALL",
                null,
                null,
                null,
                false,
                0,
                false,
                null);
        insert(rows);
    }

    private EmbeddedOrderWorld(TestDatabase database, boolean demoData) {
        this.database = database;
        if (demoData) {
            new DemoData(database.erpDataSource()).loadIfEmpty();
        }
    }

    /** With the demo data and nothing else. */
    static EmbeddedOrderWorld ofDemoData(TestDatabase database) {
        return new EmbeddedOrderWorld(database, true);
    }

    void close() {
        database.close();
    }

    TestDatabase database() {
        return database;
    }

    OrderInvoicing invoicing() {
        return new OrderInvoicing(
                database.erp(), database.erpDataSource(), database.erpTransactions(), database.numbers(), clock, erp);
    }

    /**
     * An order of a new account, placed as any caller would place it; held for credit when the limit does not suffice.
     *
     * @param limit null: none
     */
    Order order(String limit, ItemId item, String quantity) {
        return order(
                account(limit),
                DeliveryPolicy.PARTIAL,
                new OrderRequest.Line(item, new BigDecimal(quantity), "EA", null, null));
    }

    Order order(AccountId account, DeliveryPolicy delivery, OrderRequest.Line... lines) {
        OrderRequest request = new OrderRequest(
                new CustomerRef.ByAccount(account),
                null,
                null,
                null,
                null,
                delivery,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                List.of(lines));
        return orderService()
                .create(new RequestKey("world", "R" + number.incrementAndGet()), request)
                .value()
                .order();
    }

    /** Asks for another quantity of a line, for nothing more of others, and for new lines. */
    Order amend(Order order, Map<Integer, BigDecimal> quantities, List<Integer> removed, OrderRequest.Line... added) {
        Amendment amendment = new Amendment(
                order.id(),
                order.version(),
                null,
                null,
                null,
                null,
                CreditPolicy.HOLD,
                StockPolicy.BACKORDER,
                null,
                quantities.entrySet().stream()
                        .map(line -> new Amendment.LineChange(line.getKey(), line.getValue(), null, null))
                        .toList(),
                List.of(added),
                removed);
        return orderService()
                .amend(new RequestKey("world", "R" + number.incrementAndGet()), amendment)
                .value()
                .order();
    }

    private OrderService orderService() {
        return new OrderService(
                erp,
                sources(),
                orders(),
                InMemoryLedger.handingOver(clock),
                TestOffers.sources(reservations(), clock),
                clock);
    }

    /** What follows on shipments and releases. */
    OrderFollowUp automatic(InvoicingPolicy policy) {
        return new AutomaticInvoicing(policy, invoicing());
    }

    CreditReview creditReview(OrderFollowUp... followUps) {
        return new CreditReview(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                new EmbeddedExchangeRates(database.erp(), clock),
                CreditRules.DEFAULT,
                decisions(followUps),
                clock,
                erp);
    }

    OrderDecisions decisions(OrderFollowUp... followUps) {
        return new OrderDecisions(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                allocation(),
                clock,
                erp,
                List.of(followUps));
    }

    OrderAllocation allocation() {
        return new OrderAllocation(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                new EmbeddedItems(database.erp(), clock),
                clock,
                erp);
    }

    OrderShipping shipping(OrderFollowUp... followUps) {
        return new OrderShipping(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                database.numbers(),
                new EmbeddedItems(database.erp(), clock),
                clock,
                erp,
                List.of(followUps));
    }

    ShipmentDelivery delivery() {
        return new ShipmentDelivery(database.erp(), database.erpDataSource(), database.erpTransactions(), clock, erp);
    }

    StockRoom stockRoom() {
        return new StockRoom(database.erp(), new EmbeddedItems(database.erp(), clock), allocation(), clock);
    }

    EmbeddedShipments shipments() {
        return new EmbeddedShipments(database.erp(), clock, erp);
    }

    /** Something that no stock is kept of. */
    ItemId service() {
        ItemId id = item("0");
        database.erp()
                .sql("delete from stock_level where item_id = ?")
                .param(id.value())
                .update();
        database.erp()
                .sql("update item set stocked = false, kind = 'SERVICE' where id = ?")
                .param(id.value())
                .update();
        return id;
    }

    ItemCosts costs() {
        return new ItemCosts(database.erp(), database.erpTransactions(), clock);
    }

    ApprovalFacts approvalFacts() {
        return new EmbeddedApprovalFacts(database.erp(), clock);
    }

    AuditTrail trail() {
        return new AuditTrail(database.erp());
    }

    Payments payments() {
        return new Payments(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                new EmbeddedExchangeRates(database.erp(), clock),
                creditReview(),
                clock,
                erp);
    }

    CreditNotes creditNotes() {
        return new CreditNotes(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                database.numbers(),
                creditReview(),
                clock,
                erp);
    }

    ReturnDesk returnDesk() {
        return new ReturnDesk(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                database.numbers(),
                creditNotes(),
                clock,
                erp);
    }

    EmbeddedInvoices invoices() {
        return new EmbeddedInvoices(database.erp(), clock, erp);
    }

    EmbeddedBills bills() {
        return new EmbeddedBills(database.erp(), clock, erp);
    }

    @Override
    public AdjustableClock clock() {
        return clock;
    }

    @Override
    public Erp erp() {
        return erp;
    }

    @Override
    public Orders orders() {
        return orders(InvoicingPolicy.MANUAL);
    }

    Orders orders(InvoicingPolicy policy) {
        return new EmbeddedOrders(
                database.erp(),
                database.erpDataSource(),
                database.erpTransactions(),
                database.numbers(),
                clock,
                erp,
                List.of(automatic(policy)),
                creditReview(automatic(policy)));
    }

    EmbeddedQuotations quotations() {
        return new EmbeddedQuotations(
                database.erp(), database.erpDataSource(), database.erpTransactions(), database.numbers(), clock, erp);
    }

    @Override
    public OrderSources sources() {
        Links noLinks = null;
        AccountResolver customers = new LinkedAccounts(noLinks, erp);
        EmbeddedExchangeRates rates = new EmbeddedExchangeRates(database.erp(), clock);
        Items items = new EmbeddedItems(database.erp(), clock);
        StockLevels levels = new EmbeddedStockLevels(database.erp(), clock);
        PriceLists lists = new EmbeddedPriceLists(database.erp(), erp, clock);
        PricingEngine prices = new PricingEngine(
                lists,
                new EmbeddedTaxRules(database.erp(), clock),
                rates,
                AgreementPolicy.FIRST,
                RoundingLevel.DOCUMENT,
                false);
        return new OrderSources(
                customers,
                new EmbeddedAccounts(
                        database.erp(),
                        database.erpDataSource(),
                        database.erpTransactions(),
                        database.numbers(),
                        clock,
                        erp),
                new CreditControl(new EmbeddedCreditBooks(database.erp(), rates, clock, erp), CreditRules.DEFAULT),
                rates,
                items,
                levels,
                new StockService(erp, items, levels, clock),
                new PricingService(erp, customers, prices, lists, AgreementPolicy.FIRST, TaxIds.UNKNOWN, clock),
                new ApprovalPolicy(ApprovalLimits.DEFAULT, approvalFacts()));
    }

    @Override
    public Reservations reservations() {
        return new EmbeddedReservations(database.erp(), database.erpDataSource(), database.erpTransactions(), clock);
    }

    @Override
    public void count(ItemId item, String onHand) {
        database.erp()
                .sql("update stock_level set on_hand = ? where item_id = ?")
                .params(new BigDecimal(onHand), item.value())
                .update();
    }

    @Override
    public AccountId account(String creditLimit) {
        String id = "A%05d".formatted(number.incrementAndGet());
        database.erp()
                .sql(
                        "insert into account (id, name, status, branch_id, currency, tax_country, credit_limit, changed_at)"
                                + " values (?, 'Customer', 'ACTIVE', 'GB', 'GBP', 'GB', ?, current_timestamp)")
                .param(1, id)
                .param(2, creditLimit == null ? null : new BigDecimal(creditLimit), Types.DECIMAL)
                .update();
        RowBatch rows = new RowBatch();
        rows.add(
                ErpTable.ACCOUNT_ADDRESS,
                id,
                "1",
                "SHIPPING",
                true,
                "Customer",
                "1 High St",
                null,
                "Leeds",
                null,
                "LS1",
                "GB");
        insert(rows);
        return new AccountId(DATASET, id);
    }

    @Override
    public ItemId item(String onHand) {
        String id = "I%05d".formatted(number.incrementAndGet());
        RowBatch rows = new RowBatch();
        rows.add(
                ErpTable.ITEM,
                id,
                "Item " + id,
                "GROUP",
                "EA",
                "GOODS",
                true,
                "STANDARD",
                "ACTIVE",
                null,
                null,
                clock.instant(),
                null);
        rows.add(ErpTable.ITEM_UNIT, id, "EA", 1);
        rows.add(ErpTable.ITEM_UNIT, id, "BOX", 10);
        rows.add(ErpTable.STOCK_LEVEL, id, "LON", new BigDecimal(onHand), 0);
        rows.add(ErpTable.LIST_PRICE, "LIST", id, "EA", 0, new BigDecimal("10.00"), 1, EVER, null);
        insert(rows);
        return new ItemId(id);
    }

    @Override
    public BigDecimal allocated(ItemId item) {
        return database.erp()
                .sql("select allocated from stock_level where item_id = ?")
                .param(item.value())
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public void price(ItemId item, String unitPrice) {
        database.erp()
                .sql("update list_price set unit_price = ? where item_id = ?")
                .params(new BigDecimal(unitPrice), item.value())
                .update();
    }

    @Override
    public void ship(OrderId order, int line, String quantity) {
        BigDecimal pieces = new BigDecimal(quantity);
        database.erp().sql("""
                        update sales_order_line set shipped = shipped + ?, allocated = allocated - ?
                        where order_id = ? and line_no = ?""").params(pieces, pieces, order.value(), line).update();
        database.erp().sql("""
                        update stock_level set on_hand = on_hand - ?, allocated = allocated - ? where item_id =
                            (select item_id from sales_order_line where order_id = ? and line_no = ?)""").params(pieces, pieces, order.value(), line).update();
        database.erp()
                .sql("update sales_order set delivery = 'PARTIAL', version = version + 1 where id = ?")
                .param(order.value())
                .update();
    }

    private void insert(RowBatch rows) {
        try (Connection connection = database.erpDataSource().getConnection()) {
            rows.insertInto(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
