package org.throughline.erp.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.throughline.account.LinkedAccounts;
import org.throughline.account.Links;
import org.throughline.erp.embedded.ContractDesk.Entry;
import org.throughline.erp.embedded.ContractDesk.EntryKind;
import org.throughline.history.ContractFigures;
import org.throughline.history.ContractFilter;
import org.throughline.history.ContractService;
import org.throughline.history.ContractState;
import org.throughline.history.Coverage;
import org.throughline.history.Entitlement;
import org.throughline.history.Entitlement.Verdict;
import org.throughline.history.ServiceContract;
import org.throughline.shared.AccountId;
import org.throughline.shared.ContractId;
import org.throughline.shared.CustomerRef;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;
import org.throughline.shared.ServiceFault;
import org.throughline.shared.Violation;

/** Service contracts, on every database. The day is 22 November 2026. */
abstract class ServiceContractsContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);
    private static final By ANNA = new By("Anna", null);

    abstract EmbeddedOrderWorld world();

    @Test
    void contractsAreListedByTheirEndAndPagedWithoutLossOrRepetition() {
        AccountId account = world().account(null);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(0, contract(account, START, END.plusMonths(i / 2), false));
        }
        List<String> found = new ArrayList<>();
        PageRequest next = PageRequest.first(2);
        for (int pages = 0; pages < 4; pages++) {
            Page<ServiceContract> page = find(account, ContractFilter.ALL, next);
            page.entries().forEach(contract -> found.add(contract.id().value()));
            Optional<String> cursor = page.nextCursor();
            next = cursor.map(text -> new PageRequest(2, Optional.of(text))).orElse(next);
        }
        assertThat(found).containsExactlyElementsOf(ids);
    }

    @Test
    void contractsAreFoundByDayAndItem() {
        AccountId account = world().account(null);
        ItemId item = world().item("1");
        ItemId other = world().item("1");
        String ended = contract(account, START.minusYears(2), START, false);
        String renewed = contract(account, START.minusYears(1), START, true);
        String running = contract(account, START, END, false);
        cover(running, item, null, "PARTS", START, null);
        cover(renewed, null, "GROUP", "LABOUR", START, null);
        assertThat(ids(account, new ContractFilter(LocalDate.of(2026, 6, 1), null)))
                .containsExactly(running, renewed);
        assertThat(ids(account, new ContractFilter(END, null))).containsExactly(renewed);
        assertThat(ids(account, new ContractFilter(START.minusYears(2), null))).containsExactly(ended);
        assertThat(ids(account, new ContractFilter(null, item))).containsExactly(running, renewed);
        assertThat(ids(account, new ContractFilter(null, other))).containsExactly(renewed);
        assertFault(() -> ids(account, new ContractFilter(null, new ItemId("NONE"))), ErrorCode.ITEM_NOT_FOUND);
        assertFault(() -> ids(new AccountId("main", "NOBODY"), ContractFilter.ALL), ErrorCode.ACCOUNT_NOT_FOUND);
    }

    @Test
    void anItemIsEntitledWhileAContractThatNamesItIsInForce() {
        AccountId account = world().account(null);
        ItemId item = world().item("1");
        String contract = contract(account, START, END, false);
        cover(contract, item, null, "LABOUR", START.plusMonths(1), START.plusMonths(3));
        assertThat(entitlement(account, item, START).verdict()).isEqualTo(Verdict.NOT_ON_THAT_DAY);
        assertThat(entitlement(account, item, START.plusMonths(1)).verdict()).isEqualTo(Verdict.COVERED);
        assertThat(entitlement(account, item, START.plusMonths(3).minusDays(1)).verdict())
                .isEqualTo(Verdict.COVERED);
        assertThat(entitlement(account, item, START.plusMonths(3)).verdict()).isEqualTo(Verdict.NOT_ON_THAT_DAY);
        assertThat(entitlement(account, world().item("1"), START.plusMonths(1)).verdict())
                .isEqualTo(Verdict.NO_CONTRACT);
        assertThat(entitlement(world().account(null), item, START.plusMonths(1)).verdict())
                .isEqualTo(Verdict.NO_CONTRACT);
        assertFault(() -> entitlement(account, new ItemId("NONE"), START), ErrorCode.ITEM_NOT_FOUND);
    }

    @Test
    void afterItsPeriodOnlyAContractThatRenewsItselfCovers() {
        AccountId account = world().account(null);
        ItemId item = world().item("1");
        String ends = contract(account, START, END, false);
        cover(ends, null, null, "LABOUR", START, null);
        assertThat(entitlement(account, item, END.minusDays(1)).verdict()).isEqualTo(Verdict.COVERED);
        assertThat(entitlement(account, item, END).verdict()).isEqualTo(Verdict.NOT_ON_THAT_DAY);
        String renews = contract(account, START, END, true);
        cover(renews, null, "GROUP", "LABOUR_AND_PARTS", START, null);
        Entitlement after = entitlement(account, item, END);
        assertThat(after.covering()).singleElement().satisfies(covering -> {
            assertThat(covering.contract().id().value()).isEqualTo(renews);
            assertThat(covering.contract().isRenewed(END)).isTrue();
        });
        assertThat(entitlement(account, item, START).covering())
                .as("what covers most comes first")
                .extracting(covering -> covering.coverage().extent())
                .containsExactly(Coverage.Extent.LABOUR_AND_PARTS, Coverage.Extent.LABOUR);
    }

    /** 31 days of 730.00 a year are 62.00. */
    @Test
    void figuresSetWhatWasEarnedAgainstWhatItCost() {
        String contract = contract(world().account(null), START, END, false);
        String call = desk().openCase(contract, null, "Does not start", ANNA);
        book(contract, EntryKind.LABOUR, "40.00", LocalDate.of(2026, 1, 10), call);
        book(contract, EntryKind.LABOUR, "10.00", LocalDate.of(2026, 1, 31), null);
        book(contract, EntryKind.TRAVEL, "15.50", LocalDate.of(2026, 1, 31), null);
        book(contract, EntryKind.PARTS, "99.00", LocalDate.of(2026, 2, 1), null);
        book(contract, EntryKind.REVENUE, "182.50", LocalDate.of(2026, 1, 1), null);
        ContractFigures figures = figures(contract, LocalDate.of(2026, 1, 31));
        assertThat(figures.earned()).isEqualTo(Money.of("62.00", "GBP"));
        assertThat(figures.billed()).isEqualTo(Money.of("182.50", "GBP"));
        assertThat(figures.costs())
                .isEqualTo(Map.of(
                        ContractFigures.CostKind.LABOUR, Money.of("50.00", "GBP"),
                        ContractFigures.CostKind.TRAVEL, Money.of("15.50", "GBP")));
        assertThat(figures.result()).isEqualTo(Money.of("-3.50", "GBP"));
        assertThat(figures.resultPercent()).isEqualByComparingTo("-5.65");
        assertThat(figures(contract, LocalDate.of(2026, 11, 22)).cases()).isEqualTo(1);
        assertThat(figures(contract, START.minusDays(1)).resultPercent()).isNull();
        assertThat(figures(contract, END.plusYears(1)).earned())
                .as("nothing is earned after the end")
                .isEqualTo(Money.of("730.00", "GBP"));
    }

    @Test
    void aContractIsReadWithItsCoverages() {
        AccountId account = world().account(null);
        String id = contract(account, START, END, false);
        cover(id, null, "GROUP", "PARTS", START, null);
        var document =
                service().get(new ContractId("main", id), null, MaxAge.LIVE).value();
        assertThat(document.contract().annualValue()).isEqualTo(Money.of("730.00", "GBP"));
        assertThat(document.contract().state(LocalDate.of(2026, 11, 22))).isEqualTo(ContractState.ACTIVE);
        assertThat(document.coverages())
                .containsExactly(new Coverage(1, null, "GROUP", Coverage.Extent.PARTS, START, null));
        assertThat(document.figures().asOf()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertFault(
                () -> service().get(new ContractId("main", "SC-0"), null, MaxAge.LIVE), ErrorCode.CONTRACT_NOT_FOUND);
        assertFault(() -> service().get(new ContractId("other", id), null, MaxAge.LIVE), ErrorCode.DATASET_NOT_FOUND);
    }

    @Test
    void whatIsBookedWronglyIsRefusedAllAtOnce() {
        String contract = contract(world().account(null), START, END, false);
        String foreign =
                desk().openCase(contract(world().account(null), START, END, false), null, "Of another contract", ANNA);
        assertThatThrownBy(() -> book(contract, EntryKind.OTHER, "0.001", START.minusDays(1), foreign))
                .isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.violations())
                        .extracting(Violation::path, Violation::code)
                        .containsExactly(
                                tuple("amount", ErrorCode.INVALID_VALUE),
                                tuple("bookedOn", ErrorCode.INVALID_VALUE),
                                tuple("case", ErrorCode.INVALID_VALUE)));
        assertFault(() -> book("SC-0", EntryKind.OTHER, "1.00", START, null), ErrorCode.CONTRACT_NOT_FOUND);
        assertFault(() -> desk().openCase(contract, "NONE", "No such item", ANNA), ErrorCode.ITEM_NOT_FOUND);
        assertThat(world().trail().of(contract)).isEmpty();
    }

    private String contract(AccountId account, LocalDate start, LocalDate end, boolean renews) {
        String id = "SC-T%05d".formatted(NUMBER.incrementAndGet());
        world().database()
                .erp()
                .sql("insert into service_contract (id, account_id, description, starts_on, ends_on, renews, currency,"
                        + " annual_value) values (?, ?, 'Repairs', ?, ?, ?, 'GBP', 730)")
                .params(id, account.value(), java.sql.Date.valueOf(start), java.sql.Date.valueOf(end), renews)
                .update();
        return id;
    }

    private void cover(String contract, ItemId item, String group, String extent, LocalDate from, LocalDate until) {
        world().database()
                .erp()
                .sql("insert into contract_item (contract_id, line_no, item_id, item_group, covers, covered_from,"
                        + " covered_until) values (?, 1, ?, ?, ?, ?, ?)")
                .param(1, contract)
                .param(2, item == null ? null : item.value(), java.sql.Types.VARCHAR)
                .param(3, group, java.sql.Types.VARCHAR)
                .param(4, extent)
                .param(5, java.sql.Date.valueOf(from))
                .param(6, until == null ? null : java.sql.Date.valueOf(until), java.sql.Types.DATE)
                .update();
    }

    private void book(String contract, EntryKind kind, String amount, LocalDate day, String serviceCase) {
        desk().book(contract, new Entry(kind, new BigDecimal(amount), day, serviceCase, null), ANNA);
    }

    private ContractFigures figures(String contract, LocalDate asOf) {
        return service()
                .get(new ContractId("main", contract), asOf, MaxAge.LIVE)
                .value()
                .figures();
    }

    private List<String> ids(AccountId account, ContractFilter filter) {
        return find(account, filter, PageRequest.first(50)).entries().stream()
                .map(contract -> contract.id().value())
                .toList();
    }

    private Page<ServiceContract> find(AccountId account, ContractFilter filter, PageRequest page) {
        return service()
                .find(new CustomerRef.ByAccount(account), filter, page, MaxAge.LIVE)
                .value();
    }

    private Entitlement entitlement(AccountId account, ItemId item, LocalDate day) {
        return service()
                .entitlement(new CustomerRef.ByAccount(account), item, day, MaxAge.LIVE)
                .value();
    }

    private ContractDesk desk() {
        return new ContractDesk(
                world().database().erp(),
                world().database().erpTransactions(),
                world().database().numbers(),
                world().clock(),
                new EmbeddedErp("main"));
    }

    private ContractService service() {
        Links noLinks = null;
        return new ContractService(
                world().erp(),
                new LinkedAccounts(noLinks, world().erp()),
                new EmbeddedServiceContracts(world().database().erp(), world().clock(), new EmbeddedErp("main")),
                world().clock());
    }

    private static void assertFault(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ServiceFault.class, fault -> assertThat(fault.code())
                .isEqualTo(code));
    }
}
