package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.throughline.shared.PostalAddress;

/** Reads branches, warehouses, accounts, items, prices and stock from their CSV files. */
final class CsvMasters {

    private final Path from;
    private final Known known;
    private final Clock clock;

    CsvMasters(Path from, Known known, Clock clock) {
        this.from = from;
        this.known = known;
        this.clock = clock;
    }

    void readBranches(Consumer<Importable> sink, Problems problems) {
        read("branches.csv", problems, row -> branch(row, sink), "id", "name", "country", "currency");
    }

    void readWarehouses(Consumer<Importable> sink, Problems problems) {
        read("warehouses.csv", problems, row -> warehouse(row, sink), "id", "name", "country");
    }

    void readAccounts(Consumer<Importable> sink, Problems problems) {
        if (known.branches.isEmpty()) {
            throw new ImportFailure("The ERP has no branch yet: branches.csv is needed.");
        }
        read("accounts.csv", problems, row -> account(row, sink), "id", "name", "currency", "country");
    }

    void readItems(Consumer<Importable> sink, Problems problems) {
        read("items.csv", problems, row -> item(row, sink), "id", "description", "item_group", "base_unit");
    }

    void readPrices(Consumer<Importable> sink, Problems problems) {
        read("prices.csv", problems, row -> price(row, sink), "price_list", "currency", "item", "unit_price");
    }

    void readStock(Consumer<Importable> sink, Problems problems) {
        read("stock.csv", problems, row -> stock(row, sink), "item", "warehouse", "on_hand");
    }

    private void read(String file, Problems problems, Consumer<Row> rows, String... columns) {
        try (CsvFile csv = CsvFile.open(from.resolve(file), problems, columns)) {
            csv.forEachRemaining(rows);
        }
    }

    private void branch(Row row, Consumer<Importable> sink) {
        String id = newId(row, Kind.BRANCH);
        Masters.Branch branch = new Masters.Branch(
                id,
                row.required("name", 200),
                row.country("country"),
                row.optional("tax_id", 40),
                row.currency("currency").getCurrencyCode(),
                row.optional("warehouse", 60, id));
        if (row.isValid()) {
            known.warehouses.add(branch.warehouse());
            if (known.isNew(Kind.WAREHOUSE, branch.warehouse())) {
                sink.accept(Masters.warehouse(branch.warehouse(), branch.name(), branch.country()));
            }
            known.branches.put(id, branch.warehouse());
            sink.accept(branch.importable());
        }
    }

    /** A branch above may have made it already. */
    private void warehouse(Row row, Consumer<Importable> sink) {
        String id = row.required("id", 60);
        String name = row.required("name", 200);
        String country = row.country("country");
        if (row.isValid() && known.warehouses.add(id) && known.isNew(Kind.WAREHOUSE, id)) {
            sink.accept(Masters.warehouse(id, name, country));
        }
    }

    private void account(Row row, Consumer<Importable> sink) {
        String name = row.required("name", 200);
        String country = row.country("country");
        Masters.Account account = new Masters.Account(
                newId(row, Kind.ACCOUNT),
                name,
                row.word("status", "ACTIVE", "ON_HOLD", "INACTIVE"),
                branchOf(row),
                row.currency("currency").getCurrencyCode(),
                row.integer("net_days", 30),
                row.optional("price_list", 60),
                row.optional("price_group", 60),
                row.optional("tax_id", 40),
                row.notNegative("credit_limit", 2, BigDecimal.ZERO),
                row.optional("credit_limit") != null,
                row.optional("bill_to", 60),
                row.optional("hold_reason", 500),
                new PostalAddress(
                        name,
                        row.optional("address_line1", 200),
                        row.optional("address_line2", 200),
                        row.optional("city", 200),
                        row.optional("region", 200),
                        row.optional("postal_code", 40),
                        country),
                row.optional("contact_name", 200),
                row.optional("contact_job", 200),
                row.optional("contact_email", 200),
                row.optional("contact_phone", 60),
                clock.instant());
        if (account.netDays() < 0 || account.netDays() > 999) {
            row.reject("net_days is not between 0 and 999");
        }
        if (account.billTo() != null && known.account(account.billTo()) == null) {
            row.reject("bill_to is not the id of an account above this one or in the ERP");
        }
        if (account.priceList() != null) {
            checkList(row, account.priceList(), account.currency());
        }
        if (row.isValid()) {
            known.add(account.id(), new Known.Account(account.currency(), country));
            account.importables(known, sink);
        }
    }

    private String branchOf(Row row) {
        String branch = row.optional("branch", 60);
        if (branch == null && known.branches.size() == 1) {
            return known.branches.keySet().iterator().next();
        }
        if (branch == null) {
            row.reject("branch is missing, and there is more than one");
        } else if (!known.branches.containsKey(branch)) {
            row.reject("branch is not the id of a branch");
        }
        return branch;
    }

    private void checkList(Row row, String list, String currency) {
        String other = known.priceLists.get(list);
        if (other != null && !other.equals(currency)) {
            row.reject("price_list has prices in " + other);
        }
    }

    private void item(Row row, Consumer<Importable> sink) {
        String kind = row.word("kind", "GOODS", "SERVICE");
        Masters.Item item = new Masters.Item(
                newId(row, Kind.ITEM),
                row.required("description", 500),
                row.required("item_group", 60),
                row.required("base_unit", 60),
                kind,
                row.flag("stocked", kind.equals("GOODS")),
                row.optional("tax_class", 60, "STANDARD"),
                row.word("status", "ACTIVE", "BLOCKED", "DISCONTINUED"),
                row.integer("lead_time_days", null),
                row.number("weight_kg", 6, null),
                row.optional("pack_unit", 60),
                row.positive("pack_factor", 6, BigDecimal.ONE),
                clock.instant());
        if (item.leadTimeDays() != null && item.leadTimeDays() < 0) {
            row.reject("lead_time_days is below zero");
        }
        if (item.packUnit() != null
                && (item.packUnit().equals(item.baseUnit()) || row.optional("pack_factor") == null)) {
            row.reject("pack_unit needs a pack_factor and must differ from base_unit");
        }
        if (row.isValid()) {
            Map<String, BigDecimal> units = new HashMap<>();
            units.put(item.baseUnit(), BigDecimal.ONE);
            if (item.packUnit() != null) {
                units.put(item.packUnit(), item.packFactor());
            }
            known.add(item.id(), new Known.Item(item.description(), item.baseUnit(), units));
            sink.accept(item.importable());
        }
    }

    private void price(Row row, Consumer<Importable> sink) {
        String itemId = row.required("item", 60);
        Known.Item item = known.item(itemId);
        Masters.Price price = new Masters.Price(
                row.required("price_list", 60),
                itemId,
                row.optional("unit", 60, item == null ? "" : item.baseUnit()),
                row.notNegative("min_quantity", 6, BigDecimal.ZERO),
                row.positive("unit_price", 6, null),
                row.positive("price_base_quantity", 6, BigDecimal.ONE),
                row.date("valid_from", LocalDate.of(1970, 1, 1)),
                row.date("valid_to", null));
        String currency = row.currency("currency").getCurrencyCode();
        if (item == null) {
            row.reject("item is not the id of an item");
        } else if (!item.units().containsKey(price.unit())) {
            row.reject("unit is not a unit of the item");
        }
        checkList(row, price.list(), currency);
        if (price.validTo() != null && !price.validTo().isAfter(price.validFrom())) {
            row.reject("valid_to is not after valid_from");
        }
        if (!known.isNew(Kind.PRICE, price.key())) {
            row.reject("the list has this price twice: same item, unit, min_quantity and valid_from");
        }
        if (row.isValid()) {
            Masters.priceList(price.list(), currency, known, sink);
            sink.accept(price.importable());
        }
    }

    private void stock(Row row, Consumer<Importable> sink) {
        String item = row.required("item", 60);
        String warehouse = row.required("warehouse", 60);
        BigDecimal onHand = row.notNegative("on_hand", 6, null);
        LocalDate counted = row.date("counted_on", LocalDate.now(clock));
        if (known.item(item) == null) {
            row.reject("item is not the id of an item");
        }
        if (!known.warehouses.contains(warehouse)) {
            row.reject("warehouse is not the id of a warehouse");
        }
        if (!known.isNew(Kind.STOCK, Importable.key(item, warehouse))) {
            row.reject("the item has two rows for this warehouse");
        }
        if (row.isValid()) {
            sink.accept(Masters.stock(item, warehouse, onHand, counted));
        }
    }

    private String newId(Row row, Kind kind) {
        String id = row.required("id", 60);
        if (!id.isEmpty() && !known.isNew(kind, id)) {
            row.reject("id occurs twice");
        }
        return id;
    }
}
