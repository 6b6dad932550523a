package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.throughline.account.AccountStatus;
import org.throughline.account.Activity;
import org.throughline.account.CountedDocument;
import org.throughline.account.CreditStatus;
import org.throughline.account.CreditsContract;
import org.throughline.account.OpenDocument;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * What the embedded ERP knows beyond what every ERP does: the documents that credit is made of, each in its own currency, holds,
 * deliveries, returns and contracts.
 */
abstract class EmbeddedCreditsContract extends CreditsContract {

    @Override
    protected abstract EmbeddedAccountWorld world();

    @Test
    void nothingPassesWhileAnAccountIsOnHold() {
        assertNothingPasses(AccountStatus.ON_HOLD);
    }

    @Test
    void theDocumentsAreNamedAndAddUpToTheExposure() {
        AccountId account = account("1000");
        world().rate("NOK", "GBP", "2026-01-01", "0.333");
        String invoice =
                world().settledInvoice(account, "INVOICE", "GBP", "2026-10-01", "2026-11-01", "100.00", "40.00");
        String swiss = world().invoice(account, "INVOICE", "NOK", "2026-10-02", "2026-12-01", "10.00");
        String note =
                world().settledInvoice(account, "CREDIT_NOTE", "GBP", "2026-10-07", "2026-10-07", "10.00", "3.00");
        String order = world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 6, 2);
        String held = world().order(account, "PENDING", "GBP", "2026-11-11", "100.00", "120.00", 0, 0);
        world().payment(account, "GBP", "2026-11-12", "5.00", null, null);
        CreditStatus status = status(account);
        assertThat(status.documents())
                .extracting(
                        each -> each.document().kind(), each -> each.document().id(), CountedDocument::counted)
                .startsWith(
                        tuple(OpenDocument.Kind.INVOICE, invoice, new BigDecimal("60.00")),
                        tuple(OpenDocument.Kind.INVOICE, swiss, new BigDecimal("3.33")),
                        tuple(OpenDocument.Kind.CREDIT_NOTE, note, new BigDecimal("-7.00")))
                .contains(
                        tuple(OpenDocument.Kind.DELIVERY, order, new BigDecimal("48.00")),
                        tuple(OpenDocument.Kind.ORDER, order, new BigDecimal("48.00")),
                        tuple(OpenDocument.Kind.HELD_ORDER, held, new BigDecimal("120.00")))
                .hasSize(7);
        assertThat(status.documents().get(0).daysOverdue()).isEqualTo(14);
        assertThat(status.documents().get(1).document().amount()).isEqualTo("10.00");
        assertThat(status.documents().stream().map(CountedDocument::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(status.exposure());
    }

    @Test
    void deliveriesAndOrdersCountApart() {
        AccountId account = account("1000");
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        world().order(account, "PENDING", "GBP", "2026-11-10", "100.00", "120.00", 6, 2);
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 0, 3);
        world().order(account, "APPROVED", "GBP", "2026-11-10", "100.00", "120.00", 10, 10);
        world().order(account, "CANCELLED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        world().order(account, "REJECTED", "GBP", "2026-11-10", "100.00", "120.00", 0, 0);
        CreditStatus status = status(account);
        assertThat(status.openOrders()).isEqualTo("252.00");
        assertThat(status.uninvoicedDeliveries()).isEqualTo("48.00");
    }

    @Test
    void documentsInOtherCurrenciesAreConvertedByTheRateOfTheDay() {
        AccountId account = account("1000");
        world().rate("CHF", "GBP", "2026-01-01", "0.80");
        world().rate("CHF", "GBP", "2026-11-15", "0.90");
        world().rate("CHF", "GBP", "2026-11-16", "0.10");
        world().invoice(account, "INVOICE", "CHF", "2026-01-02", "2026-12-01", "10.00");
        world().invoice(account, "INVOICE", "GBP", "2026-01-02", "2026-12-01", "1.00");
        assertThat(status(account).openInvoices()).isEqualTo("10.00");
        assertThat(on(account, "2026-11-14").openInvoices()).isEqualTo("9.00");
    }

    @Test
    void aCurrencyWithoutARateIsAFaultAndNotLeftOut() {
        AccountId account = account("1000");
        world().invoice(account, "INVOICE", "SEK", "2026-01-02", "2026-12-01", "10.00");
        assertThatThrownBy(() -> status(account))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.NO_EXCHANGE_RATE));
    }

    @Test
    void activityHoldsDeliveriesReturnsAndContractsThatAreOpen() {
        AccountId one = account("1");
        AccountId two = account("1");
        String old = world().order(one, "APPROVED", "GBP", "2026-10-01", "10.00", "12.00", 4, 0);
        String recent = world().order(two, "PENDING", "GBP", "2026-11-01", "10.00", "12.00", 0, 0);
        world().order(one, "APPROVED", "GBP", "2026-11-02", "10.00", "12.00", 10, 10);
        world().order(one, "CANCELLED", "GBP", "2026-11-02", "10.00", "12.00", 0, 0);
        world().settledInvoice(one, "INVOICE", "GBP", "2026-10-02", "2026-11-02", "12.00", "2.00");
        world().shipment(one, old, "2026-10-02", "IN_TRANSIT");
        world().shipment(one, old, "2026-10-03", "DELIVERED");
        world().goodsReturn(two, "2026-11-03", "AUTHORISED");
        world().goodsReturn(two, "2026-11-04", "CREDITED");
        world().contract(one, "2026-01-01", "2027-01-01", "99.00");
        world().contract(one, "2025-11-15", "2026-11-15", "99.00");
        Activity activity = activity(10, one, two);
        assertThat(activity.openOrders().rows())
                .extracting(order -> order.id().value(), Activity.OpenOrder::account, Activity.OpenOrder::delivery)
                .containsExactly(tuple(recent, two, "NONE"), tuple(old, one, "PARTIAL"));
        assertThat(activity.openOrders().more()).isFalse();
        assertThat(activity.lastInvoices().rows())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.outstanding()).isEqualTo("10.00"));
        assertThat(activity.shipmentsUnderWay().rows())
                .singleElement()
                .satisfies(shipment -> assertThat(shipment.order().value()).isEqualTo(old));
        assertThat(activity.openReturns().rows()).singleElement().satisfies(open -> assertThat(open.status())
                .isEqualTo("AUTHORISED"));
        assertThat(activity.contracts().rows()).singleElement().satisfies(contract -> assertThat(contract.endsOn())
                .isEqualTo("2027-01-01"));
    }
}
