package org.throughline.erp.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.throughline.database.TestDatabase;

/** What holds of the demo data on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoDataContract {

    private TestDatabase database;
    private Duration loading;

    abstract TestDatabase open();

    @BeforeAll
    void load() {
        database = open();
        long start = System.nanoTime();
        assertThat(new DemoData(database.erpDataSource()).loadIfEmpty()).isTrue();
        loading = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("demo data loaded in " + loading.toMillis() + " ms");
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void itIsAsLargeAsPromised() {
        assertThat(count("account")).isEqualTo(212);
        assertThat(count("item")).isEqualTo(500);
        assertThat(count("warehouse")).isEqualTo(3);
        assertThat(count("sales_order")).isEqualTo(1_500);
        assertThat(count("sales_order_line")).isGreaterThan(4_500);
        assertThat(count("account where currency = 'USD'")).isEqualTo(26);
    }

    @Test
    void itIsNotLoadedTwice() {
        assertThat(new DemoData(database.erpDataSource()).loadIfEmpty()).isFalse();
        assertThat(count("account")).isEqualTo(212);
    }

    @Test
    void everyStateAndTaxTreatmentOccurs() {
        assertThat(count("sales_order where kind = 'QUOTATION'")).isPositive();
        for (String state : new String[] {"PENDING", "APPROVED", "CANCELLED"}) {
            assertThat(count("sales_order where approval = '" + state + "'")).isPositive();
        }
        for (String state : new String[] {"NONE", "PARTIAL", "SHIPPED", "DELIVERED"}) {
            assertThat(count("sales_order where delivery = '" + state + "'"))
                    .as(state)
                    .isPositive();
        }
        for (String state : new String[] {"SHIPPED", "IN_TRANSIT", "DELIVERED"}) {
            assertThat(count("shipment where status = '" + state + "'"))
                    .as(state)
                    .isPositive();
        }
        for (String state : new String[] {"REQUESTED", "AUTHORISED", "RECEIVED", "CREDITED", "REJECTED"}) {
            assertThat(count("return_request where status = '" + state + "'"))
                    .as(state)
                    .isPositive();
        }
        for (String category : new String[] {"S", "Z", "E", "AE", "K", "G", "O"}) {
            assertThat(count("invoice_tax where category = '" + category + "'"))
                    .as(category)
                    .isPositive();
        }
        assertThat(count("invoice where kind = 'INVOICE' and settled = 0")).isPositive();
        assertThat(count("invoice where settled > 0 and settled < gross_total")).isPositive();
        assertThat(count("sales_order_hold")).isPositive();
    }

    @Test
    void totalsAndTaxOfOrdersAddUp() {
        assertThat(count("sales_order o where line_net_total <> (select sum(net) from sales_order_line l"
                        + " where l.order_id = o.id)"))
                .isZero();
        assertThat(count("sales_order o where tax_total <> (select sum(tax) from sales_order_tax t"
                        + " where t.order_id = o.id) or net_total <> (select sum(taxable) from sales_order_tax t"
                        + " where t.order_id = o.id)"))
                .isZero();
        assertThat(count("sales_order where gross_total <> net_total + tax_total"))
                .isZero();
        assertThat(count("sales_order o where line_count <> (select count(*) from sales_order_line l"
                        + " where l.order_id = o.id)"))
                .isZero();
        assertThat(count("sales_order_line where abs(net - quantity * unit_price / price_base_quantity) > 0.005"))
                .isZero();
        assertThat(count("sales_order_tax where abs(tax - taxable * rate_percent / 100) > 0.005"))
                .isZero();
    }

    @Test
    void totalsAndTaxOfInvoicesAddUp() {
        assertThat(count("invoice o where line_net_total <> (select sum(net) from invoice_line l"
                        + " where l.invoice_id = o.id)"))
                .isZero();
        assertThat(count("invoice o where tax_total <> (select sum(tax) from invoice_tax t"
                        + " where t.invoice_id = o.id) or gross_total <> net_total + tax_total"))
                .isZero();
        assertThat(count("invoice_line where abs(net - quantity * unit_price / price_base_quantity) > 0.005"))
                .isZero();
    }

    @Test
    void whatIsShippedAndInvoicedIsOnTheOrders() {
        assertThat(count("sales_order_line where shipped + allocated > quantity or invoiced > shipped"))
                .isZero();
        assertThat(count("sales_order_line l join item i on i.id = l.item_id where i.stocked = true and l.shipped"
                        + " <> (select coalesce(sum(s.quantity), 0) from shipment_line s join shipment h"
                        + " on h.id = s.shipment_id where h.order_id = l.order_id and s.order_line_no = l.line_no)"))
                .isZero();
        assertThat(count("sales_order_line l where l.invoiced <> (select coalesce(sum(s.quantity), 0)"
                        + " from invoice_line s join invoice h on h.id = s.invoice_id where h.order_id = l.order_id"
                        + " and s.order_line_no = l.line_no and h.kind = 'INVOICE')"))
                .isZero();
    }

    @Test
    void stockIsTheSumOfItsMovementsAndOpenOrdersClaimIt() {
        assertThat(count("stock_level s where on_hand <> (select coalesce(sum(m.quantity), 0) from stock_movement m"
                        + " where m.item_id = s.item_id and m.warehouse_id = s.warehouse_id)"))
                .isZero();
        assertThat(count("stock_level where on_hand < 0 or allocated > on_hand"))
                .isZero();
        assertThat(count("stock_level s where allocated <> (select coalesce(sum(l.allocated * u.factor), 0)"
                        + " from sales_order_line l join item_unit u on u.item_id = l.item_id and u.unit = l.unit"
                        + " where l.item_id = s.item_id and l.warehouse_id = s.warehouse_id)"))
                .isZero();
        assertThat(count("stock_movement m where kind = 'SHIPMENT' and document_id not in (select id from shipment)"))
                .isZero();
    }

    @Test
    void paymentsAndCreditNotesExplainWhatIsSettled() {
        assertThat(count("invoice i where kind = 'INVOICE' and settled <> (select coalesce(sum(a.amount), 0)"
                        + " from payment_allocation a where a.invoice_id = i.id)"
                        + " + (select coalesce(sum(c.amount), 0) from credit_allocation c where c.invoice_id = i.id)"))
                .isZero();
        assertThat(count("invoice i where kind = 'CREDIT_NOTE' and settled <> (select coalesce(sum(c.amount), 0)"
                        + " from credit_allocation c where c.credit_note_id = i.id)"))
                .isZero();
        assertThat(count("payment p where amount < (select coalesce(sum(a.amount), 0) from payment_allocation a"
                        + " where a.payment_id = p.id)"))
                .isZero();
        assertThat(count("payment p where not exists (select 1 from payment_allocation a where a.payment_id = p.id)"))
                .isEqualTo(2);
        assertThat(count("invoice where settled > gross_total")).isZero();
    }

    @Test
    void cancelledOrdersAndQuotationsMoveNothing() {
        assertThat(count("sales_order_line where cancelled = true and shipped + allocated + invoiced > 0"))
                .isZero();
        assertThat(count("shipment s join sales_order o on o.id = s.order_id where o.kind = 'QUOTATION'"
                        + " or o.approval <> 'APPROVED'"))
                .isZero();
    }

    private int count(String what) {
        return database.erp()
                .sql("select count(*) from " + what)
                .query(Integer.class)
                .single();
    }
}
