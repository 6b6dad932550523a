package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.PostalAddress;
import org.throughline.shared.SearchTerms;

/** Masters as all formats import them. */
final class Masters {

    private Masters() {}

    static Importable warehouse(String id, String name, String country) {
        return Importable.of(Kind.WAREHOUSE, id, rows -> rows.add(ErpTable.WAREHOUSE, id, name, country));
    }

    record Branch(String id, String name, String country, String taxId, String currency, String warehouse) {

        Importable importable() {
            return Importable.of(
                    Kind.BRANCH, id, rows -> rows.add(ErpTable.BRANCH, id, name, country, taxId, currency, warehouse));
        }
    }

    /** The first list of a currency becomes the general one. */
    static void priceList(String id, String currency, Known known, Consumer<Importable> sink) {
        known.priceLists.putIfAbsent(id, currency);
        if (known.isNew(Kind.PRICE_LIST, id)) {
            boolean general = known.generalCurrencies.add(currency);
            sink.accept(Importable.of(
                    Kind.PRICE_LIST,
                    id,
                    rows -> rows.add(ErpTable.PRICE_LIST, id, "Prices in " + currency, currency, false, general)));
        }
    }

    /** @param hasLimit false when there is no limit of credit */
    record Account(
            String id,
            String name,
            String status,
            String branch,
            String currency,
            int netDays,
            String priceList,
            String priceGroup,
            String taxId,
            BigDecimal creditLimit,
            boolean hasLimit,
            String billTo,
            String holdReason,
            PostalAddress address,
            String contactName,
            String contactJob,
            String contactEmail,
            String contactPhone,
            Instant changedAt) {

        /** The account, and before it the terms and the price list that it refers to when they are new. */
        void importables(Known known, Consumer<Importable> sink) {
            String terms = "NET" + netDays;
            if (known.isNew(Kind.TERMS, terms)) {
                sink.accept(Importable.of(
                        Kind.TERMS,
                        terms,
                        rows -> rows.add(ErpTable.PAYMENT_TERMS, terms, netDays + " days net", netDays, null, null)));
            }
            if (priceList != null) {
                Masters.priceList(priceList, currency, known, sink);
            }
            sink.accept(Importable.of(Kind.ACCOUNT, id, this::addTo));
        }

        private void addTo(RowBatch rows) {
            rows.add(
                    ErpTable.ACCOUNT,
                    id,
                    name,
                    status,
                    branch,
                    currency,
                    "NET" + netDays,
                    priceList,
                    priceGroup,
                    address.country(),
                    taxId,
                    null,
                    null,
                    null,
                    null,
                    hasLimit ? creditLimit : null,
                    billTo,
                    changedAt);
            if (status.equals("ON_HOLD")) {
                LocalDate since = LocalDate.ofInstant(changedAt, java.time.ZoneOffset.UTC);
                String reason = holdReason == null ? "Put on hold before the import" : holdReason;
                rows.add(ErpTable.ACCOUNT_HOLD, id, "IMPORTED", reason, since);
            }
            addAddress("BILL", "BILLING", rows);
            addAddress("SHIP", "SHIPPING", rows);
            if (contactName != null || contactEmail != null) {
                String contact = contactName == null ? contactEmail : contactName;
                rows.add(ErpTable.ACCOUNT_CONTACT, id, "P1", contact, contactJob, contactEmail, contactPhone);
            }
            addTerms(rows);
        }

        private void addAddress(String addressId, String kind, RowBatch rows) {
            rows.add(
                    ErpTable.ACCOUNT_ADDRESS,
                    id,
                    addressId,
                    kind,
                    true,
                    address.name(),
                    address.line1(),
                    address.line2(),
                    address.city(),
                    address.region(),
                    address.postalCode(),
                    address.country());
        }

        private void addTerms(RowBatch rows) {
            SearchTerms.words(name).forEach(word -> rows.add(ErpTable.ACCOUNT_TERM, "NAME", word, id));
            addTerm("TAX_ID", taxId, rows);
            addTerm("EMAIL", contactEmail, rows);
            addTerm("POSTCODE", address.postalCode(), rows);
        }

        private void addTerm(String kind, String text, RowBatch rows) {
            String term = SearchTerms.compact(text);
            if (!term.isEmpty()) {
                rows.add(ErpTable.ACCOUNT_TERM, kind, term, id);
            }
        }
    }

    /** @param packUnit null when the base unit is the only one */
    record Item(
            String id,
            String description,
            String group,
            String baseUnit,
            String kind,
            boolean stocked,
            String taxClass,
            String status,
            Integer leadTimeDays,
            BigDecimal weightKg,
            String packUnit,
            BigDecimal packFactor,
            Instant changedAt) {

        Importable importable() {
            return Importable.of(Kind.ITEM, id, this::addTo);
        }

        private void addTo(RowBatch rows) {
            rows.add(
                    ErpTable.ITEM,
                    id,
                    description,
                    group,
                    baseUnit,
                    kind,
                    stocked,
                    taxClass,
                    status,
                    leadTimeDays,
                    weightKg,
                    changedAt,
                    null);
            rows.add(ErpTable.ITEM_UNIT, id, baseUnit, 1);
            if (packUnit != null) {
                rows.add(ErpTable.ITEM_UNIT, id, packUnit, packFactor);
            }
            SearchTerms.words(id + " " + description).forEach(term -> rows.add(ErpTable.ITEM_TERM, term, id));
        }
    }

    /** @param validTo null when it does not end */
    record Price(
            String list,
            String item,
            String unit,
            BigDecimal minQuantity,
            BigDecimal unitPrice,
            BigDecimal priceBase,
            LocalDate validFrom,
            LocalDate validTo) {

        String key() {
            return Importable.key(item, list, unit, minQuantity, validFrom);
        }

        Importable importable() {
            return new Importable(
                    Kind.PRICE,
                    item,
                    key(),
                    rows -> rows.add(
                            ErpTable.LIST_PRICE,
                            list,
                            item,
                            unit,
                            minQuantity,
                            unitPrice,
                            priceBase,
                            validFrom,
                            validTo),
                    Set.of());
        }
    }

    /** What is on hand, and an opening movement that explains it. */
    static Importable stock(String item, String warehouse, BigDecimal onHand, LocalDate counted) {
        return new Importable(
                Kind.STOCK,
                item,
                Importable.key(item, warehouse),
                rows -> {
                    rows.add(ErpTable.STOCK_LEVEL, item, warehouse, onHand, 0);
                    if (onHand.signum() != 0) {
                        rows.add(ErpTable.STOCK_MOVEMENT, item, warehouse, counted, onHand, "OPENING", null);
                    }
                },
                Set.of());
    }
}
