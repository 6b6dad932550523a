package org.throughline.erp.embedded;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * Lets one change of an account's documents happen at a time. Every transaction that changes an order, a shipment, an
 * invoice, a payment or a return takes it first, before it reads what it decides by and before it locks anything else, so
 * that transactions wait for each other and never in a circle.
 */
final class AccountLock {

    /** Locks by writing what is there: the one way that both databases understand alike. */
    private static final String LOCK = "update account set version = version where id = ?";

    private AccountLock() {}

    /**
     * Waits for the account; it is given back when the transaction ends.
     *
     * @throws ServiceFault ACCOUNT_NOT_FOUND at account
     */
    static void take(JdbcClient jdbc, AccountId account) {
        if (jdbc.sql(LOCK).param(account.value()).update() == 0) {
            throw new ServiceFault(ErrorCode.ACCOUNT_NOT_FOUND.at("account"));
        }
    }
}
