package org.throughline.erp.embedded;

import static org.throughline.shared.ErrorCode.ACCOUNT_NOT_FOUND;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.shared.AccountId;
import org.throughline.shared.Page;
import org.throughline.shared.ServiceFault;

/**
 * Lists over several accounts in one order. Each account, and each status of it where statuses are wanted, is read by a
 * statement of its own, because an index serves the order only within it; what they give is merged.
 */
final class AccountLists {

    private AccountLists() {}

    /**
     * The documents of an account in a status.
     *
     * @param status as the database has it; null for all
     */
    record Stream(AccountId account, Object status) {}

    /** @param statuses empty for all */
    static List<Stream> streams(Collection<AccountId> accounts, Collection<?> statuses) {
        return accounts.stream()
                .distinct()
                .flatMap(account -> statuses.isEmpty()
                        ? java.util.stream.Stream.of(new Stream(account, null))
                        : statuses.stream().distinct().map(status -> new Stream(account, status)))
                .toList();
    }

    /**
     * The first rows of all streams.
     *
     * @param streams accounts, or {@link Stream}s
     * @param read reads up to that many rows of one stream, in the same order
     */
    static <S, R> List<R> merged(Collection<S> streams, int limit, Comparator<R> order, Function<S, List<R>> read) {
        return streams.stream()
                .distinct()
                .flatMap(stream -> read.apply(stream).stream())
                .sorted(order)
                .limit(limit)
                .toList();
    }

    /**
     * @param rows one more than the page may hold, when there are more
     * @param cursor makes the cursor that continues after a row
     */
    static <R> Page<R> page(List<R> rows, int size, Function<R, String> cursor) {
        return rows.size() <= size
                ? new Page<>(rows, Optional.empty())
                : new Page<>(rows.subList(0, size), Optional.of(cursor.apply(rows.get(size - 1))));
    }

    /**
     * The same page. When it is empty, it makes sure that the accounts exist: an unknown account is another answer than
     * one without documents.
     *
     * @throws ServiceFault ACCOUNT_NOT_FOUND
     */
    static <R> Page<R> checked(Page<R> page, Collection<AccountId> accounts, JdbcClient jdbc) {
        if (page.entries().isEmpty()) {
            require(accounts, jdbc);
        }
        return page;
    }

    /** @throws ServiceFault ACCOUNT_NOT_FOUND unless all of them exist */
    static void require(Collection<AccountId> accounts, JdbcClient jdbc) {
        if (!missing(accounts, jdbc).isEmpty()) {
            throw new ServiceFault(ACCOUNT_NOT_FOUND.at("customer"));
        }
    }

    private static Set<String> missing(Collection<AccountId> accounts, JdbcClient jdbc) {
        Set<String> missing =
                new HashSet<>(accounts.stream().map(AccountId::value).toList());
        KeyBatches.read(missing, ids -> jdbc.sql("select id from account where id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list())
                .forEach(missing::remove);
        return missing;
    }
}
