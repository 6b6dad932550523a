package org.throughline.account;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;

/**
 * What an ERP knows of an account's credit, before any rule decides what of it counts.
 *
 * @param asOf the day for which invoices, payments and ageing are stated; deliveries and orders are as they stand now
 * @param limit in the account's currency; empty when there is none
 * @param onHold whether the account is on hold or inactive
 * @param documents all that is open, in no particular order
 */
public record CreditBook(
        AccountId account,
        Currency currency,
        LocalDate asOf,
        Optional<BigDecimal> limit,
        boolean onHold,
        List<OpenDocument> documents) {

    public CreditBook {
        requireNonNull(account, "account");
        requireNonNull(currency, "currency");
        requireNonNull(asOf, "asOf");
        requireNonNull(limit, "limit");
        documents = List.copyOf(documents);
    }
}
