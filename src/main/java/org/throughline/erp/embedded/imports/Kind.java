package org.throughline.erp.embedded.imports;

/** What is imported, and how it is found out what of it is there already. */
enum Kind {
    WAREHOUSE("select id from warehouse where id in "),
    BRANCH("select id from branch where id in "),
    TERMS("select code from payment_terms where code in "),
    TAX_RULE("select id from tax_rule where id in "),
    PRICE_LIST("select id from price_list where id in "),
    ACCOUNT("select id from account where id in "),
    ITEM("select id from item where id in "),
    /** Found by item; the key is the list, unit, quantity and first day in one. */
    PRICE("select item_id, price_list_id, unit, min_quantity, valid_from from list_price where item_id in "),
    STOCK("select item_id, warehouse_id from stock_level where item_id in "),
    ORDER("select id from sales_order where id in "),
    SHIPMENT("select id from shipment where id in "),
    INVOICE("select id from invoice where id in "),
    RETURN("select id from return_request where id in ");

    private final String lookup;

    Kind(String lookup) {
        this.lookup = lookup;
    }

    /** Whether the key is the id alone and not all columns of the lookup. */
    boolean isSimple() {
        return this != PRICE && this != STOCK;
    }

    /** Ends with "in"; the first column is what is looked up. */
    String lookup() {
        return lookup;
    }
}
