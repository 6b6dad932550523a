package org.throughline.erp.embedded.rows;

import java.util.Collections;

/** The tables that can be filled in bulk, in an order in which no row refers to one that comes later. */
public enum ErpTable {
    WAREHOUSE("id, name, country"),
    BRANCH("id, name, country, tax_id, currency, warehouse_id"),
    PAYMENT_TERMS("code, description, net_days, discount_days, discount_percent"),
    EXCHANGE_RATE("from_currency, to_currency, valid_from, rate"),
    TAX_RULE(TaxRows.RULE),
    ITEM(
            "id, description, item_group, base_unit, kind, stocked, tax_class, status, lead_time_days, weight_kg, changed_at,"
                    + " break_group"),
    ITEM_UNIT("item_id, unit, factor"),
    ITEM_SUBSTITUTE("item_id, position, substitute_id"),
    ITEM_TERM("term, item_id"),
    STOCK_LEVEL("item_id, warehouse_id, on_hand, allocated"),
    SUPPLY("item_id, warehouse_id, expected_on, quantity"),
    STOCK_MOVEMENT("item_id, warehouse_id, moved_on, quantity, kind, document_id"),
    PRICE_LIST("id, description, currency, prices_include_tax, is_general"),
    ACCOUNT(
            "id, name, status, branch_id, currency, terms_code, price_list_id, price_group, tax_country, tax_id,"
                    + " exemption_certificate, exemption_valid_from, exemption_valid_to, exemption_region, credit_limit, bill_to_id, changed_at"),
    ACCOUNT_HOLD("account_id, reason_code, reason, since"),
    ACCOUNT_ADDRESS("account_id, id, kind, is_default, name, line1, line2, city, region, postal_code, country"),
    ACCOUNT_CONTACT("account_id, id, name, job, email, phone"),
    ACCOUNT_TERM("kind, term, account_id"),
    LIST_PRICE("price_list_id, item_id, unit, min_quantity, unit_price, price_base_quantity, valid_from, valid_to"),
    AGREEMENT("id, account_id, price_group, item_id, item_group, currency, unit, min_quantity, net_price,"
            + " price_base_quantity, discount_chain, valid_from, valid_to"),
    PROMOTION(
            "id, description, kind, item_id, item_group, min_quantity, discount_percent, discount_amount, take_quantity,"
                    + " pay_quantity, bundle_price, gift_item_id, gift_quantity, currency, valid_from, valid_to"),
    PROMOTION_CONTENT("promotion_id, item_id, quantity"),
    ORDER_DISCOUNT("id, description, account_id, price_group, currency, min_value, discount_percent, discount_amount,"
            + " valid_from, valid_to"),
    ORDER_CHARGE("id, kind, charge, description, country, postal_pattern, currency, min_value, min_weight, amount,"
            + " per_kilogram, percent, tax_class, valid_from, valid_to"),
    SALES_ORDER("id, kind, account_id, reference, customer_reference, ordered_on, required_on, currency, ship_name,"
            + " ship_line1, ship_line2, ship_city, ship_region, ship_postal_code, ship_country, approval, allocation,"
            + " delivery, invoicing, line_count, line_net_total, allowance_total, charge_total, net_total, tax_total,"
            + " gross_total, changed_at"),
    SALES_ORDER_HOLD("order_id, reason_code, reason, since"),
    SALES_ORDER_LINE("order_id, line_no, account_id, ordered_on, cancelled, item_id, description, quantity, unit,"
            + " base_quantity, allocated, shipped, invoiced, warehouse_id, list_price, unit_price, price_base_quantity,"
            + " discount_percent, net, tax_category, tax_rate"),
    SALES_ORDER_TAX("order_id, " + TaxRows.SUBTOTAL),
    SALES_ORDER_EVENT("order_id, happened_at, kind, actor, text"),
    SHIPMENT(
            "id, account_id, order_id, shipped_on, carrier, consignment, tracking_url, status, delivered_on, ship_name,"
                    + " ship_line1, ship_line2, ship_city, ship_region, ship_postal_code, ship_country, changed_at"),
    SHIPMENT_LINE("shipment_id, line_no, order_line_no, item_id, description, quantity, unit"),
    PROOF_OF_DELIVERY("shipment_id, signed_by, signed_at, place, media_type, sha256, content"),
    INVOICE("id, kind, account_id, order_id, corrects_id, customer_reference, issued_on, due_on, currency,"
            + " line_net_total, allowance_total, charge_total, net_total, tax_total, gross_total, settled, changed_at"),
    INVOICE_LINE(
            "invoice_id, line_no, account_id, issued_on, order_line_no, item_id, description, quantity, unit, unit_price,"
                    + " price_base_quantity, discount_percent, net, tax_category, tax_rate, corrects_line"),
    INVOICE_TAX("invoice_id, " + TaxRows.SUBTOTAL),
    PAYMENT("account_id, received_on, currency, amount, method, reference"),
    /** Finds the payment by account and reference, because the database gives payments their ids. */
    PAYMENT_ALLOCATION(
            "payment_id, invoice_id, amount, allocated_on",
            "select id, cast(? as varchar(60)), cast(? as decimal(18, 3)), cast(? as date) from payment"
                    + " where account_id = ? and reference = ?"),
    CREDIT_ALLOCATION("credit_note_id, invoice_id, amount, allocated_on"),
    RETURN_REQUEST("id, account_id, order_id, requested_on, status, changed_at"),
    RETURN_LINE("return_id, line_no, order_line_no, item_id, description, quantity, unit, reason_code, reason,"
            + " received, restocked"),
    RETURN_CREDIT("return_id, credit_note_id"),
    SERVICE_CONTRACT("id, account_id, description, starts_on, ends_on, renews, currency, annual_value"),
    CONTRACT_ITEM("contract_id, line_no, item_id, item_group, covers, covered_from, covered_until"),
    SERVICE_CASE("id, contract_id, item_id, opened_on, summary"),
    CONTRACT_ENTRY("contract_id, kind, booked_on, amount, case_id, description");

    private final String insert;
    private final int width;

    ErpTable(String columns) {
        this(columns, "values (" + String.join(", ", Collections.nCopies(columns.split(",").length, "?")) + ")");
    }

    ErpTable(String columns, String source) {
        this.insert = "insert into " + name().toLowerCase(java.util.Locale.ROOT) + " (" + columns + ") " + source;
        this.width = (int) source.chars().filter(c -> c == '?').count();
    }

    String insert() {
        return insert;
    }

    /** How many values a row has. */
    int width() {
        return width;
    }
}
