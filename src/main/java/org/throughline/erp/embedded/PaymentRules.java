package org.throughline.erp.embedded;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.erp.embedded.Payments.Receipt;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Violations;

/** What a payment must be, whatever it settles. */
final class PaymentRules {

    private static final String CURRENCY = "select currency from account where id = ?";
    private static final String RECEIVED =
            "select count(*) from payment where account_id = ? and reference = ? and received_on = ? and amount = ?";

    private final JdbcClient jdbc;
    private final EmbeddedExchangeRates rates;
    private final Clock clock;

    PaymentRules(JdbcClient jdbc, EmbeddedExchangeRates rates, Clock clock) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.clock = clock;
    }

    Currency currencyOf(Receipt receipt) {
        return receipt.currency() == null ? currencyOfAccount(receipt) : receipt.currency();
    }

    Violations check(Receipt receipt, Currency currency, LocalDate day) {
        Violations violations = new Violations();
        if (!AllocationRules.isAmountOf(currency, receipt.amount())) {
            violations.add(ErrorCode.INVALID_VALUE.at(
                    "amount", "It must be above zero and have no more decimals than the currency."));
        }
        if (day.isAfter(LocalDate.now(clock))) {
            violations.add(ErrorCode.INVALID_VALUE.at("receivedOn", "It is in the future."));
        }
        if (rates.rate(currency, currencyOfAccount(receipt), day).isEmpty()) {
            violations.add(ErrorCode.NO_EXCHANGE_RATE.at(
                    "currency",
                    "There is no exchange rate to the account's currency, so that its credit could not be stated."));
        }
        if (isKnown(receipt, day)) {
            violations.add(ErrorCode.PAYMENT_RECEIVED_BEFORE.at("reference"));
        }
        return violations;
    }

    private Currency currencyOfAccount(Receipt receipt) {
        return Currency.getInstance(jdbc.sql(CURRENCY)
                .param(receipt.account().value())
                .query(String.class)
                .single());
    }

    /** A statement of the bank that is read in twice must not count twice. */
    private boolean isKnown(Receipt receipt, LocalDate day) {
        return receipt.reference() != null
                && jdbc.sql(RECEIVED)
                                .params(
                                        receipt.account().value(),
                                        receipt.reference(),
                                        java.sql.Date.valueOf(day),
                                        receipt.amount())
                                .query(Integer.class)
                                .single()
                        > 0;
    }
}
