package org.throughline.account;

import java.time.LocalDate;
import org.throughline.shared.AccountId;

/**
 * An ERP that tests fill. Amounts are texts such as 12.50. Days are ISO dates as seen from {@link #TODAY}; an ERP that has another day
 * shifts them. What an ERP has no place for aborts the test, with the reason.
 */
public interface AccountWorld {

    LocalDate TODAY = LocalDate.parse("2026-11-15");

    /** The ERP's day that is as far from its today as this one from {@link #TODAY}. */
    LocalDate day(String text);

    /** Whether an order counts with its tax. */
    boolean countsTaxOfOrders();

    Credits credits();

    ExchangeRates rates();

    Activities activities();

    /** @param limit null when it has none */
    AccountId account(String currency, String limit, AccountStatus status);

    /** @param kind INVOICE or CREDIT_NOTE; returns its id */
    String invoice(AccountId account, String kind, String currency, String issued, String due, String gross);

    /** A credit note that was set against an invoice at once. */
    String creditNoteFor(AccountId account, String invoice, String currency, String issued, String gross);

    /** @param allocated what of it settles the invoice; null: nothing */
    void payment(AccountId account, String currency, String received, String amount, String invoice, String allocated);

    /**
     * An order of one line of 10 pieces.
     *
     * @param approval PENDING, APPROVED, REJECTED or CANCELLED
     */
    String order(
            AccountId account,
            String approval,
            String currency,
            String ordered,
            String net,
            String gross,
            int shipped,
            int invoiced);

    void rate(String from, String to, String validFrom, String rate);
}
