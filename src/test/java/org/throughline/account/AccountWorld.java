package org.throughline.account;

import java.time.LocalDate;
import org.throughline.shared.AccountId;

/** An ERP that tests fill. It has the day {@link #TODAY}. Amounts are texts such as 12.50; days are ISO dates. */
public interface AccountWorld {

    LocalDate TODAY = LocalDate.parse("2026-11-15");

    Credits credits();

    ExchangeRates rates();

    Activities activities();

    /** @param limit null when it has none */
    AccountId account(String currency, String limit, AccountStatus status);

    /** @param kind INVOICE or CREDIT_NOTE; returns its id */
    String invoice(
            AccountId account, String kind, String currency, String issued, String due, String gross, String settled);

    /** A credit note that was set against an invoice at once. */
    String creditNoteFor(AccountId account, String invoice, String currency, String issued, String gross);

    /** @param allocated what of it settles the invoice, which must have been made with that settled amount; null: nothing */
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

    void shipment(AccountId account, String order, String shipped, String status);

    void goodsReturn(AccountId account, String requested, String status);

    void contract(AccountId account, String starts, String ends, String annualValue);

    void rate(String from, String to, String validFrom, String rate);
}
