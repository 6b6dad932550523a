package org.throughline.erp.embedded;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.throughline.erp.embedded.Columns.date;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.pricing.DiscountEntry;
import org.throughline.pricing.ItemProfile;
import org.throughline.pricing.ItemTerms;
import org.throughline.pricing.Period;
import org.throughline.pricing.PriceEntry;
import org.throughline.pricing.PriceSource;
import org.throughline.pricing.PriceTerms;
import org.throughline.pricing.PriceUnit;
import org.throughline.pricing.Promotion;
import org.throughline.shared.ItemId;
import org.throughline.tax.TaxClass;

/** Reads what items cost somebody: seven statements for each 500 items. */
final class ItemTermsReader {

    private static final String ITEMS = """
            select id, description, item_group, base_unit, unit_decimals, kind, tax_class, status,
                break_group, weight_kg
            from item --DERBY-PROPERTIES constraint=item_key
            where id in (:keys)""";
    private static final String UNITS = """
            select item_id, unit, factor from item_unit --DERBY-PROPERTIES constraint=item_unit_key
            where item_id in (:keys)""";
    private static final String PRICES = """
            select p.item_id, p.price_list_id, l.currency, p.unit, p.min_quantity, p.unit_price, p.price_base_quantity,
                p.valid_from, p.valid_to
            from --DERBY-PROPERTIES joinOrder=FIXED
                list_price p --DERBY-PROPERTIES index=list_price_item
                , price_list l
            where l.id = p.price_list_id and p.item_id in (:keys) and l.prices_include_tax = :includeTax
                and (l.is_general = true or l.id = :ownList)""";
    private static final String AGREEMENT = """
            select id, account_id, item_id, item_group, currency, unit, min_quantity, net_price, price_base_quantity,
                discount_chain, valid_from, valid_to
            from agreement --DERBY-PROPERTIES index=""";

    private final JdbcClient jdbc;
    private final PromotionReader promotions;

    ItemTermsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.promotions = new PromotionReader(jdbc);
    }

    /** @return without the items that there are not */
    Map<ItemId, ItemTerms> read(PriceTerms buyer, Set<ItemId> ids) {
        List<String> keys = ids.stream().map(ItemId::value).toList();
        Map<ItemId, ItemTerms> terms = new HashMap<>();
        KeyBatches.read(keys, batch -> batch(buyer, batch)).forEach(item -> terms.put(item.item(), item));
        return terms;
    }

    private List<ItemTerms> batch(PriceTerms buyer, List<String> keys) {
        List<ItemRow> items = jdbc.sql(ITEMS)
                .param("keys", keys)
                .query((row, number) -> ItemRow.read(row))
                .list();
        if (items.isEmpty()) {
            return List.of();
        }
        List<String> groups = List.copyOf(items.stream().map(ItemRow::group).collect(toCollection(TreeSet::new)));
        Map<String, List<UnitRow>> units = units(keys);
        Map<String, List<PriceEntry>> prices = prices(buyer, keys);
        List<AgreementRow> agreements = agreements(buyer, keys, groups);
        Targets agreed = new Targets(agreements);
        PromotionReader.Found promoted = promotions.read(keys, groups);
        return items.stream()
                .map(item -> item.toTerms(
                        units.getOrDefault(item.id(), List.of()),
                        prices.getOrDefault(item.id(), List.of()),
                        agreed.of(item),
                        promoted.of(item.id(), item.group())))
                .toList();
    }

    private Map<String, List<UnitRow>> units(List<String> keys) {
        return jdbc
                .sql(UNITS)
                .param("keys", keys)
                .query((row, number) ->
                        new UnitRow(row.getString("item_id"), row.getString("unit"), row.getBigDecimal("factor")))
                .list()
                .stream()
                .collect(groupingBy(UnitRow::item));
    }

    private Map<String, List<PriceEntry>> prices(PriceTerms buyer, List<String> keys) {
        Map<String, List<PriceEntry>> prices = new HashMap<>();
        jdbc.sql(PRICES)
                .param("keys", keys)
                .param("includeTax", buyer.pricesIncludeTax())
                .param("ownList", buyer.priceList() == null ? "" : buyer.priceList())
                .query(row -> {
                    prices.computeIfAbsent(row.getString("item_id"), item -> new ArrayList<>())
                            .add(listPrice(row, buyer));
                });
        return prices;
    }

    private static PriceEntry listPrice(ResultSet row, PriceTerms buyer) throws SQLException {
        String list = row.getString("price_list_id");
        return new PriceEntry(
                list.equals(buyer.priceList()) ? PriceSource.ACCOUNT_LIST : PriceSource.GENERAL_LIST,
                list,
                Currency.getInstance(row.getString("currency")),
                row.getString("unit"),
                row.getBigDecimal("min_quantity"),
                row.getBigDecimal("unit_price"),
                row.getBigDecimal("price_base_quantity"),
                validity(row));
    }

    /** One statement, each of whose parts an index serves. */
    private List<AgreementRow> agreements(PriceTerms buyer, List<String> keys, List<String> groups) {
        List<String> parts = new ArrayList<>();
        if (buyer.account() != null) {
            parts.add(AGREEMENT + "agreement_item_account\n where account_id = :account and item_id in (:keys)");
            parts.add(AGREEMENT + "agreement_group_account\n where account_id = :account and item_group in (:groups)");
        }
        if (buyer.priceGroup() != null) {
            parts.add(
                    AGREEMENT + "agreement_item_price_group\n where price_group = :priceGroup and item_id in (:keys)");
            parts.add(AGREEMENT
                    + "agreement_group_price_group\n where price_group = :priceGroup and item_group in (:groups)");
        }
        if (parts.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec statement =
                jdbc.sql(String.join(" union all ", parts)).param("keys", keys).param("groups", groups);
        if (buyer.account() != null) {
            statement = statement.param("account", buyer.account().value());
        }
        if (buyer.priceGroup() != null) {
            statement = statement.param("priceGroup", buyer.priceGroup());
        }
        return statement.query((row, number) -> AgreementRow.read(row)).list();
    }

    static Period validity(ResultSet row) throws SQLException {
        return new Period(date(row, "valid_from"), date(row, "valid_to"));
    }

    private static final class Targets {

        private final Map<String, List<AgreementRow>> byItem = new HashMap<>();
        private final Map<String, List<AgreementRow>> byGroup = new HashMap<>();

        private Targets(Collection<AgreementRow> rows) {
            for (AgreementRow row : rows) {
                Map<String, List<AgreementRow>> side = row.item() == null ? byGroup : byItem;
                side.computeIfAbsent(row.item() == null ? row.group() : row.item(), key -> new ArrayList<>())
                        .add(row);
            }
        }

        private List<AgreementRow> of(ItemRow item) {
            List<AgreementRow> both = new ArrayList<>(byItem.getOrDefault(item.id(), List.of()));
            both.addAll(byGroup.getOrDefault(item.group(), List.of()));
            return both;
        }
    }

    private record UnitRow(String item, String unit, BigDecimal factor) {}

    private record AgreementRow(
            String id,
            boolean ofAccount,
            String item,
            String group,
            String currency,
            String unit,
            BigDecimal minQuantity,
            BigDecimal netPrice,
            BigDecimal baseQuantity,
            String chain,
            Period validity) {

        static AgreementRow read(ResultSet row) throws SQLException {
            return new AgreementRow(
                    row.getString("id"),
                    row.getString("account_id") != null,
                    row.getString("item_id"),
                    row.getString("item_group"),
                    row.getString("currency"),
                    row.getString("unit"),
                    row.getBigDecimal("min_quantity"),
                    row.getBigDecimal("net_price"),
                    row.getBigDecimal("price_base_quantity"),
                    row.getString("discount_chain"),
                    ItemTermsReader.validity(row));
        }

        private PriceSource source() {
            if (ofAccount) {
                return item == null ? PriceSource.ACCOUNT_ITEM_GROUP : PriceSource.ACCOUNT_ITEM;
            }
            return item == null ? PriceSource.PRICE_GROUP_ITEM_GROUP : PriceSource.PRICE_GROUP_ITEM;
        }

        private PriceEntry toPrice(String baseUnit) {
            return new PriceEntry(
                    source(),
                    id,
                    Currency.getInstance(currency),
                    unit == null ? baseUnit : unit,
                    minQuantity,
                    netPrice,
                    baseQuantity,
                    validity);
        }

        private DiscountEntry toDiscount() {
            DiscountChain parsed = DiscountChain.parse(chain);
            return new DiscountEntry(source(), id, unit, minQuantity, parsed.currency(), parsed.steps(), validity);
        }
    }

    private record ItemRow(
            String id,
            String description,
            String group,
            String baseUnit,
            int decimals,
            boolean service,
            String taxClass,
            boolean blocked,
            String breakGroup,
            BigDecimal weight) {

        static ItemRow read(ResultSet row) throws SQLException {
            return new ItemRow(
                    row.getString("id"),
                    row.getString("description"),
                    row.getString("item_group"),
                    row.getString("base_unit"),
                    row.getInt("unit_decimals"),
                    row.getString("kind").equals("SERVICE"),
                    row.getString("tax_class"),
                    row.getString("status").equals("BLOCKED"),
                    row.getString("break_group"),
                    row.getBigDecimal("weight_kg"));
        }

        private ItemTerms toTerms(
                List<UnitRow> unitRows,
                List<PriceEntry> listPrices,
                List<AgreementRow> agreements,
                List<Promotion> promotions) {
            List<PriceEntry> prices = new ArrayList<>(listPrices);
            agreements.stream()
                    .filter(agreement -> agreement.netPrice() != null)
                    .forEach(agreement -> prices.add(agreement.toPrice(baseUnit)));
            return new ItemTerms(
                    new ItemProfile(
                            new ItemId(id),
                            description,
                            group,
                            breakGroup,
                            new TaxClass(taxClass, service),
                            blocked,
                            units(unitRows),
                            weight == null ? BigDecimal.ZERO : weight),
                    prices,
                    agreements.stream()
                            .filter(agreement -> agreement.chain() != null)
                            .map(AgreementRow::toDiscount)
                            .toList(),
                    promotions);
        }

        private List<PriceUnit> units(List<UnitRow> rows) {
            List<PriceUnit> units = new ArrayList<>();
            units.add(new PriceUnit(baseUnit, BigDecimal.ONE, decimals));
            rows.stream()
                    .filter(row -> !row.unit().equals(baseUnit))
                    .map(row -> new PriceUnit(row.unit(), row.factor().stripTrailingZeros(), decimals))
                    .sorted(Comparator.comparing(PriceUnit::factor).thenComparing(PriceUnit::code))
                    .forEach(units::add);
            return units;
        }
    }
}
