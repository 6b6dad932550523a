package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.database.DocumentNumbers;
import org.throughline.database.KeyBatches;
import org.throughline.erp.embedded.OrderHeads.Head;
import org.throughline.order.Order;
import org.throughline.order.OrderContent;
import org.throughline.order.Quotation;
import org.throughline.order.QuotationFilter;
import org.throughline.order.Quotations;
import org.throughline.shared.Answer;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.MaxAge;
import org.throughline.shared.OrderId;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.QuotationId;
import org.throughline.shared.ServiceFault;

/** Quotations of the embedded ERP: orders of another kind, that nothing is reserved or owed for. */
@Component
class EmbeddedQuotations implements Quotations {

    private static final String FROM = OrderHeads.SELECT + " --DERBY-PROPERTIES index=%s\n where kind = 'QUOTATION'";
    private static final String BY_ACCOUNT = FROM.formatted("sales_order_account");
    private static final String BY_DATE = FROM.formatted("sales_order_date");
    private static final String BY_CUSTOMER_REFERENCE = FROM.formatted("sales_order_customer_ref");
    private static final String ONE = OrderHeads.SELECT + " where kind = 'QUOTATION' and id = ?";
    private static final String BY_REFERENCE = OrderHeads.SELECT + " where kind = 'QUOTATION' and reference = ?";
    private static final String ORDERED =
            "select quotation_id, line_no, order_id from quotation_line_order where quotation_id in (:ids)";
    private static final int USUAL_DAYS = 30;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final DocumentNumbers numbers;
    private final Clock clock;
    private final String dataset;
    private final OrderReader reader;
    private final OrderWriter writer;
    private final Audit audit;

    EmbeddedQuotations(
            @Qualifier("erp") JdbcClient jdbc,
            @Qualifier("erp") DataSource dataSource,
            @Qualifier("erp") TransactionTemplate transactions,
            DocumentNumbers numbers,
            Clock clock,
            EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
        this.dataset = erp.dataset();
        this.reader = new OrderReader(jdbc, dataset);
        this.writer = new OrderWriter(dataSource);
        this.audit = new Audit(jdbc);
    }

    @Override
    public Answer<Quotation> get(QuotationId id, MaxAge maxAge) {
        Instant now = clock.instant();
        return Answer.live(
                one(ONE, id.value()).orElseThrow(() -> new ServiceFault(ErrorCode.QUOTATION_NOT_FOUND.at("quotation"))),
                now);
    }

    @Override
    public Answer<Page<Quotation>> find(QuotationFilter filter, PageRequest page, MaxAge maxAge) {
        Instant now = clock.instant();
        String query = "quotations" + filter;
        DocumentKey before = DocumentKey.before(page, query);
        Page<Head> found = AccountLists.page(heads(filter, before, page.size() + 1), page.size(), head -> head.key()
                .cursor(query));
        Page<Head> checked = AccountLists.checked(found, filter.accounts(), jdbc);
        return Answer.live(new Page<>(complete(checked.entries()), checked.nextCursor()), now);
    }

    @Override
    public Optional<Quotation> findByReference(String reference) {
        return one(BY_REFERENCE, reference);
    }

    @Override
    public Quotation create(String reference, OrderContent content, LocalDate validUntil) {
        return Undisturbed.in(
                transactions, () -> findByReference(reference).orElseGet(() -> insert(reference, content, validUntil)));
    }

    private Quotation insert(String reference, OrderContent content, LocalDate validUntil) {
        String id = "QU-%06d".formatted(numbers.next("quotation_number"));
        Instant now = clock.instant();
        writer.insertQuotation(id, reference, content, validUntil, now);
        audit.write(By.FACADE, now, "CREATE", Audit.Kind.QUOTATION, id, null);
        return one(ONE, id).orElseThrow();
    }

    private List<Head> heads(QuotationFilter filter, DocumentKey before, int limit) {
        if (filter.accounts().isEmpty()) {
            return read(filter, conditions(filter, BY_DATE), before, limit);
        }
        Comparator<Head> order = Comparator.comparing(Head::key, DocumentKey.LATEST_FIRST);
        return AccountLists.merged(
                filter.accounts(),
                limit,
                order,
                account -> read(
                        filter, conditions(filter, BY_ACCOUNT).and("account_id = ?", account.value()), before, limit));
    }

    private static Conditions conditions(QuotationFilter filter, String otherwise) {
        return new Conditions(filter.customerReference() != null ? BY_CUSTOMER_REFERENCE : otherwise);
    }

    private List<Head> read(QuotationFilter filter, Conditions conditions, DocumentKey before, int limit) {
        conditions
                .andIfGiven("ordered_on >= ?", filter.from())
                .andIfGiven("ordered_on < ?", filter.until())
                .andIfGiven("customer_reference = ?", filter.customerReference());
        if (before != null) {
            conditions.and("ordered_on <= ? and (ordered_on < ? or id < ?)", before.date(), before.date(), before.id());
        }
        return OrderHeads.read(conditions
                .then("order by ordered_on desc, id desc fetch first ? rows only", limit)
                .of(jdbc));
    }

    private Optional<Quotation> one(String sql, String key) {
        return complete(OrderHeads.read(jdbc.sql(sql).param(key))).stream().findFirst();
    }

    private List<Quotation> complete(List<Head> heads) {
        Map<String, Map<Integer, OrderId>> ordered = ordered(heads);
        Map<String, Head> byId = heads.stream().collect(toMap(Head::id, head -> head));
        return reader.complete(heads).stream()
                .map(each -> quotation(
                        each,
                        byId.get(each.id().value()),
                        ordered.getOrDefault(each.id().value(), Map.of())))
                .toList();
    }

    private Quotation quotation(Order stored, Head head, Map<Integer, OrderId> ordered) {
        LocalDate until = head.validUntil() == null ? head.orderedOn().plusDays(USUAL_DAYS) : head.validUntil();
        return new Quotation(
                new QuotationId(dataset, head.id()),
                stored.version(),
                stored.reference(),
                until,
                stored.content(),
                ordered);
    }

    private Map<String, Map<Integer, OrderId>> ordered(List<Head> heads) {
        record Line(String quotation, int number, String order) {}
        return KeyBatches.read(heads.stream().map(Head::id).toList(), batch -> jdbc.sql(ORDERED)
                        .param("ids", batch)
                        .query((row, number) -> new Line(
                                row.getString("quotation_id"), row.getInt("line_no"), row.getString("order_id")))
                        .list())
                .stream()
                .collect(groupingBy(Line::quotation, toMap(Line::number, line -> new OrderId(dataset, line.order()))));
    }
}
