package org.throughline.erp.embedded;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.database.KeyBatches;
import org.throughline.history.ContractDocument;
import org.throughline.history.ContractFigures;
import org.throughline.history.ContractFigures.CostKind;
import org.throughline.history.ContractFilter;
import org.throughline.history.Coverage;
import org.throughline.history.CoveringContract;
import org.throughline.history.ServiceContract;
import org.throughline.history.ServiceContracts;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.ContractId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;

/** Service contracts of the embedded ERP. */
@Component
class EmbeddedServiceContracts implements ServiceContracts {

    private static final String REVENUE = "REVENUE";
    private static final String COLUMNS =
            "c.id, c.account_id, c.description, c.starts_on, c.ends_on, c.renews, c.currency, c.annual_value";
    private static final String COVERAGE =
            "i.line_no, i.item_id, i.item_group, i.covers, i.covered_from, i.covered_until";
    private static final String OF_ACCOUNT = "select " + COLUMNS
            + " from service_contract c --DERBY-PROPERTIES index=service_contract_account\n where c.account_id = ?";
    private static final String ONE = "select " + COLUMNS + " from service_contract c where c.id = ?";
    private static final String COVERAGES =
            "select " + COVERAGE + " from contract_item i where i.contract_id = ? order by i.line_no";
    private static final String NAMES =
            "(i.item_id = ? or i.item_group = ? or (i.item_id is null and i.item_group is null))";
    private static final String NAMING = "select " + COLUMNS + ", " + COVERAGE
            + " from --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " service_contract c --DERBY-PROPERTIES index=service_contract_account\n"
            + " , contract_item i --DERBY-PROPERTIES constraint=contract_item_key, joinStrategy=NESTEDLOOP\n"
            + " where i.contract_id = c.id and c.account_id in (:ids) and "
            + NAMES.replace("i.item_id = ?", "i.item_id = :item").replace("i.item_group = ?", "i.item_group = :group");
    private static final String ENTRIES = "select kind, sum(amount) as amount from contract_entry"
            + " where contract_id = ? and booked_on <= ? group by kind";
    private static final String CASES = "select count(*) from service_case where contract_id = ? and opened_on <= ?";
    private static final String GROUP = "select item_group from item where id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String dataset;

    EmbeddedServiceContracts(@Qualifier("erp") JdbcClient jdbc, Clock clock, EmbeddedErp erp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.dataset = erp.dataset();
    }

    @Override
    public Answer<Page<ServiceContract>> find(
            List<AccountId> accounts, ContractFilter filter, PageRequest page, MaxAge maxAge) {
        var now = clock.instant();
        String query = "contracts" + accounts + filter;
        DocumentKey before = DocumentKey.before(page, query);
        String group = filter.item() == null ? null : group(filter.item());
        int limit = page.size() + 1;
        List<ServiceContract> rows = AccountLists.merged(
                accounts,
                limit,
                Comparator.comparing(EmbeddedServiceContracts::key, DocumentKey.LATEST_FIRST),
                account -> rows(account, filter, group, before, limit));
        Page<ServiceContract> found =
                AccountLists.page(rows, page.size(), contract -> key(contract).cursor(query));
        return Answer.live(AccountLists.checked(found, accounts, jdbc), now);
    }

    @Override
    public Answer<ContractDocument> get(ContractId id, LocalDate asOf, MaxAge maxAge) {
        var now = clock.instant();
        ServiceContract contract = jdbc.sql(ONE)
                .param(id.value())
                .query((row, number) -> contract(row))
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.CONTRACT_NOT_FOUND.at("contract.id")));
        List<Coverage> coverages = jdbc.sql(COVERAGES)
                .param(id.value())
                .query((row, number) -> coverage(row))
                .list();
        return Answer.live(new ContractDocument(contract, coverages, figures(contract, asOf)), now);
    }

    @Override
    public Answer<List<CoveringContract>> naming(List<AccountId> accounts, ItemId item, MaxAge maxAge) {
        var now = clock.instant();
        AccountLists.require(accounts, jdbc);
        String group = group(item);
        List<String> ids = accounts.stream().map(AccountId::value).toList();
        List<CoveringContract> naming = KeyBatches.read(ids, batch -> jdbc.sql(NAMING)
                .param("ids", batch)
                .param("item", item.value())
                .param("group", group)
                .query((row, number) -> new CoveringContract(contract(row), coverage(row)))
                .list());
        return Answer.live(naming, now);
    }

    private List<ServiceContract> rows(
            AccountId account, ContractFilter filter, String group, DocumentKey before, int limit) {
        Conditions conditions = new Conditions(OF_ACCOUNT, account.value());
        if (filter.activeOn() != null) {
            conditions.and(
                    "c.starts_on <= ? and (c.ends_on > ? or c.renews = true)", filter.activeOn(), filter.activeOn());
        }
        if (filter.item() != null) {
            conditions.and(
                    "exists (select 1 from contract_item i where i.contract_id = c.id and " + NAMES + ")",
                    filter.item().value(),
                    group);
        }
        if (before != null) {
            conditions.and("c.ends_on <= ? and (c.ends_on < ? or c.id < ?)", before.date(), before.date(), before.id());
        }
        return conditions
                .then("order by c.ends_on desc, c.id desc fetch first ? rows only", limit)
                .of(jdbc)
                .query((row, number) -> contract(row))
                .list();
    }

    private ContractFigures figures(ServiceContract contract, LocalDate asOf) {
        Currency currency = contract.annualValue().currency();
        Map<CostKind, Money> costs = new EnumMap<>(CostKind.class);
        Money[] billed = {Money.zero(currency)};
        jdbc.sql(ENTRIES).params(contract.id().value(), Date.valueOf(asOf)).query(row -> {
            Money amount = new Money(Columns.amount(row, "amount", currency), currency);
            if (row.getString("kind").equals(REVENUE)) {
                billed[0] = amount;
            } else {
                costs.put(CostKind.valueOf(row.getString("kind")), amount);
            }
        });
        int cases = jdbc.sql(CASES)
                .params(contract.id().value(), Date.valueOf(asOf))
                .query(Integer.class)
                .single();
        return new ContractFigures(asOf, ContractFigures.earned(contract, asOf), billed[0], costs, cases);
    }

    private String group(ItemId item) {
        return jdbc.sql(GROUP)
                .param(item.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ServiceFault(ErrorCode.ITEM_NOT_FOUND.at("item")));
    }

    private static DocumentKey key(ServiceContract contract) {
        return new DocumentKey(contract.endsOn(), contract.id().value());
    }

    private ServiceContract contract(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        BigDecimal annual = Columns.amount(row, "annual_value", currency);
        return new ServiceContract(
                new ContractId(dataset, row.getString("id")),
                new AccountId(dataset, row.getString("account_id")),
                row.getString("description"),
                Columns.date(row, "starts_on"),
                Columns.date(row, "ends_on"),
                row.getBoolean("renews"),
                new Money(annual, currency));
    }

    private static Coverage coverage(ResultSet row) throws SQLException {
        String item = row.getString("item_id");
        return new Coverage(
                row.getInt("line_no"),
                item == null ? null : new ItemId(item),
                row.getString("item_group"),
                Coverage.Extent.valueOf(row.getString("covers")),
                Columns.date(row, "covered_from"),
                Columns.date(row, "covered_until"));
    }
}
