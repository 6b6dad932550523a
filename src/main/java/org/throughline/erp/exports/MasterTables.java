package org.throughline.erp.exports;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.throughline.account.Account;
import org.throughline.account.AccountAddress;
import org.throughline.account.AccountStatus;
import org.throughline.account.AddressKind;
import org.throughline.account.Contact;
import org.throughline.account.CreditStatus;
import org.throughline.account.Hold;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.PriceEntry;
import org.throughline.pricing.PriceTerms;
import org.throughline.shared.AccountId;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.PostalAddress;
import org.throughline.stock.Item;
import org.throughline.stock.ItemFilter;
import org.throughline.stock.ItemStatus;
import org.throughline.stock.ItemUnit;
import org.throughline.stock.StockLevel;
import org.throughline.stock.Warehouse;
import org.throughline.tax.TaxRule;

/** Branches, warehouses, accounts, items, prices, stock and tax rules. */
final class MasterTables {

    private static final PostalAddress NOWHERE = new PostalAddress(null, null, null, null, null, null, null);

    private final Exporter.Ports ports;
    private final LocalDate today;
    private final ExportFolder folder;
    private final Map<String, String> countryOfBranch = new LinkedHashMap<>();

    MasterTables(Exporter.Ports ports, LocalDate today, ExportFolder folder) {
        this.ports = ports;
        this.today = today;
        this.folder = folder;
    }

    void write(List<Account> accounts) {
        Map<String, PriceTerms> termsByList = new LinkedHashMap<>();
        Map<String, Account> byBranch = new LinkedHashMap<>();
        for (Account account : accounts) {
            byBranch.putIfAbsent(account.branch(), account);
            termsByList.computeIfAbsent(String.valueOf(account.priceList()), list -> terms(account.id()));
        }
        List<Warehouse> warehouses = ports.stockLevels().warehouses(MaxAge.LIVE).value();
        List<Item> items = Exporter.all(
                page -> ports.items().find(ItemFilter.ALL, page, MaxAge.LIVE).value());
        writeBranches(byBranch, warehouses);
        writeAccounts(accounts);
        writeItems(items);
        writePrices(termsByList.values(), items);
        writeStock(items);
        writeTaxRules(new LinkedHashSet<>(countryOfBranch.values()));
    }

    private PriceTerms terms(AccountId account) {
        return ports.priceLists().termsOf(account, MaxAge.LIVE).value();
    }

    /** Every branch ships from the first warehouse. */
    private void writeBranches(Map<String, Account> byBranch, List<Warehouse> warehouses) {
        String country = null;
        try (CsvTable branches = folder.table("branches", "id name country currency tax_id warehouse")) {
            for (Account account : byBranch.values()) {
                PriceTerms terms = terms(account.id());
                country = terms.seller().country();
                countryOfBranch.put(account.branch(), country);
                branches.add(
                        account.branch(),
                        account.branch(),
                        country,
                        account.currency(),
                        terms.seller().taxId(),
                        warehouses.isEmpty() ? null : warehouses.get(0).code());
            }
            folder.count("branches", branches);
        }
        try (CsvTable places = folder.table("warehouses", "id name country")) {
            for (Warehouse warehouse : country == null ? List.<Warehouse>of() : warehouses) {
                places.add(warehouse.code(), warehouse.name(), country);
            }
            folder.count("warehouses", places);
        }
    }

    private void writeAccounts(List<Account> accounts) {
        Map<AccountId, CreditStatus> credit = new HashMap<>();
        for (Account account : accounts) {
            credit.put(
                    account.id(),
                    ports.credits().status(account.id(), today, MaxAge.LIVE).value());
        }
        try (CsvTable table = folder.table(
                "accounts",
                "id name currency country status hold_reason branch net_days price_list price_group tax_id credit_limit bill_to"
                        + " address_line1 address_line2 city region postal_code contact_name contact_job contact_email contact_phone")) {
            accounts.forEach(account -> add(table, account, credit.get(account.id())));
            folder.count("accounts", table);
        }
    }

    private void add(CsvTable table, Account account, CreditStatus credit) {
        PostalAddress address = account.defaultAddress(AddressKind.BILLING)
                .or(() -> account.addresses().stream().findFirst())
                .map(AccountAddress::address)
                .orElse(NOWHERE);
        Contact contact = account.contacts().stream().findFirst().orElse(new Contact(null, null, null, null, null));
        table.add(
                account.id().value(),
                account.name(),
                account.currency(),
                country(account, address),
                account.status(),
                account.status() == AccountStatus.ON_HOLD
                        ? account.holds().stream().map(Hold::reason).collect(joining("; "))
                        : null,
                account.branch(),
                account.terms() == null ? null : account.terms().netDays(),
                account.priceList(),
                account.priceGroup(),
                account.tax().taxId(),
                credit.limit().orElse(null),
                account.billTo() == null ? null : account.billTo().value(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                contact.name(),
                contact.job(),
                contact.email(),
                contact.phone());
    }

    /** Of an account without any, that of its branch. */
    private String country(Account account, PostalAddress address) {
        return Stream.of(account.tax().country(), address.country(), countryOfBranch.get(account.branch()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Of the units of an item the files know two: the base unit and the first other one. */
    private void writeItems(List<Item> items) {
        try (CsvTable table = folder.table(
                "items",
                "id description item_group base_unit kind stocked tax_class status lead_time_days pack_unit pack_factor")) {
            for (Item item : items) {
                ItemUnit pack = item.units().size() > 1 ? item.units().get(1) : null;
                table.add(
                        item.id(),
                        item.description(),
                        item.group().orElse("NONE"),
                        item.baseUnit().code(),
                        item.stocked() ? "GOODS" : "SERVICE",
                        item.stocked(),
                        item.taxClass(),
                        item.status() == ItemStatus.ACTIVE ? "ACTIVE" : "BLOCKED",
                        item.leadTimeDays().isEmpty()
                                ? null
                                : item.leadTimeDays().getAsInt(),
                        pack == null ? null : pack.code(),
                        pack == null ? null : pack.factor());
            }
            folder.count("items", table);
        }
    }

    private void writePrices(Iterable<PriceTerms> termsByList, List<Item> items) {
        Set<ItemId> ids = new LinkedHashSet<>(items.stream().map(Item::id).toList());
        Map<ItemId, List<String>> units = items.stream().collect(toMap(Item::id, item -> item.unitCodes()
                .subList(0, Math.min(2, item.units().size()))));
        Set<List<Object>> written = new LinkedHashSet<>();
        long leftOut = 0;
        try (CsvTable table = folder.table(
                "prices",
                "price_list currency item unit_price unit min_quantity price_base_quantity valid_from valid_to")) {
            for (PriceTerms terms : termsByList) {
                for (ItemTerms item :
                        ports.priceLists().of(terms, ids, MaxAge.LIVE).value().values()) {
                    for (PriceEntry price : item.prices()) {
                        boolean told = !price.source().isAgreement()
                                && price.unitPrice().signum() > 0
                                && units.get(item.item()).contains(price.unit());
                        leftOut += told ? 0 : 1;
                        if (told && written.add(key(item, price))) {
                            add(table, item, price);
                        }
                    }
                }
            }
            folder.count("prices", table);
        }
        folder.leftOut("prices", leftOut);
    }

    /** General lists are read once for each account's list. */
    private static List<Object> key(ItemTerms item, PriceEntry price) {
        List<Object> key = new ArrayList<>(List.of(price.id(), item.item(), price.unit(), price.minQuantity()));
        key.add(price.validity().from());
        return key;
    }

    private static void add(CsvTable table, ItemTerms item, PriceEntry price) {
        table.add(
                price.id(),
                price.currency(),
                item.item(),
                price.unitPrice(),
                price.unit(),
                price.minQuantity(),
                price.baseQuantity(),
                price.validity().from(),
                price.validity().until());
    }

    private void writeStock(List<Item> items) {
        Map<ItemId, List<StockLevel>> levels = ports.stockLevels()
                .of(items.stream().map(Item::id).toList(), MaxAge.LIVE)
                .value();
        long leftOut = 0;
        try (CsvTable table = folder.table("stock", "item warehouse on_hand counted_on")) {
            for (Item item : items) {
                for (StockLevel level : levels.getOrDefault(item.id(), List.of())) {
                    boolean told = item.stocked() && level.onHand().signum() >= 0;
                    leftOut += told ? 0 : 1;
                    if (told) {
                        table.add(item.id(), level.warehouse(), level.onHand(), today);
                    }
                }
            }
            folder.count("stock", table);
        }
        folder.leftOut("stock", leftOut);
    }

    private void writeTaxRules(Set<String> countries) {
        long leftOut = 0;
        try (CsvTable table = folder.table(
                "tax_rules",
                "id country tax_class category rate valid_from valid_to region postal_codes reason_code reason")) {
            for (String country : countries) {
                List<TaxRule> rules = ports.taxRules()
                        .of(Set.of(country), MaxAge.LIVE)
                        .value()
                        .get(country)
                        .rules();
                for (TaxRule rule : rules) {
                    leftOut += rule.levy() == null ? 0 : 1;
                    if (rule.levy() == null) {
                        add(table, rule);
                    }
                }
            }
            folder.count("tax_rules", table);
        }
        folder.leftOut("tax_rules", leftOut);
    }

    /** A rule may stand for several classes; the table wants an id for each. */
    private static void add(CsvTable table, TaxRule rule) {
        table.add(
                rule.id() + "/" + rule.taxClass(),
                rule.country(),
                rule.taxClass(),
                rule.category(),
                rule.ratePercent(),
                rule.from(),
                rule.until(),
                rule.region(),
                rule.postalPattern(),
                rule.reasonCode(),
                rule.reason());
    }
}
