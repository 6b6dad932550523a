package org.throughline.erp.embedded;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.account.OpenDocument.Kind;
import org.throughline.history.AgeBucket;
import org.throughline.history.AgedInvoices;
import org.throughline.history.Aging;
import org.throughline.shared.AccountId;
import org.throughline.shared.Money;

/** Ages what is open on invoices. It reads the same open documents as the credit of accounts does. */
final class InvoiceAging {

    private final OpenItems openItems;
    private final String dataset;
    private final LocalDate day;

    InvoiceAging(JdbcClient jdbc, String dataset, LocalDate day, LocalDate today) {
        this.openItems = new OpenItems(jdbc, day, today);
        this.dataset = dataset;
        this.day = day;
    }

    Aging of(List<AccountId> accounts) {
        List<String> ids = accounts.stream().map(AccountId::value).distinct().toList();
        Map<List<Object>, AgedInvoices> aged = openItems.invoices(ids).stream()
                .map(this::aged)
                .collect(toMap(one -> List.of(one.account(), one.currency()), one -> one, AgedInvoices::plus));
        return new Aging(
                day,
                aged.values().stream()
                        .sorted(Comparator.comparing(
                                        (AgedInvoices one) -> one.account().value())
                                .thenComparing(one -> one.currency().getCurrencyCode()))
                        .toList());
    }

    private AgedInvoices aged(OpenItems.Item item) {
        boolean invoice = item.kind() == Kind.INVOICE;
        BigDecimal amount = Money.round(item.amount(), item.currency());
        return new AgedInvoices(
                new AccountId(dataset, item.account()),
                item.currency(),
                invoice ? 1 : 0,
                invoice ? Map.of(AgeBucket.of(item.dueOn(), day), amount) : Map.of(),
                invoice ? Money.zero(item.currency()).amount() : amount);
    }
}
