package org.throughline.erp.embedded.imports;

import java.util.List;

/** The rows of one invoice number, sorted into what they are. */
record RetailInvoice(String number, List<RetailRow> rows) {

    enum Use {
        SALE("sales to customers"),
        CASH_SALE("sales without a customer"),
        FREE("given away free of charge"),
        CREDIT("credited to customers"),
        CASH_CREDIT("credited without a customer"),
        ADJUSTMENT("stock adjustments"),
        BAD_DEBT("bad debts written off (not imported)");

        private final String title;

        Use(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    Use use(RetailRow row) {
        if (row.isBadDebt()) {
            return Use.BAD_DEBT;
        }
        if (row.isCancellation()) {
            return row.customer() == null ? Use.CASH_CREDIT : Use.CREDIT;
        }
        if (row.price().signum() == 0) {
            return row.quantity().signum() < 0 || isAdjustment() ? Use.ADJUSTMENT : Use.FREE;
        }
        return row.customer() == null ? Use.CASH_SALE : Use.SALE;
    }

    /** An invoice over nothing to nobody is a correction of stock. */
    private boolean isAdjustment() {
        return rows.stream().allMatch(row -> row.price().signum() == 0 && row.customer() == null);
    }

    List<RetailRow> sold() {
        return rows.stream()
                .filter(row -> use(row) == Use.SALE || use(row) == Use.CASH_SALE || use(row) == Use.FREE)
                .toList();
    }

    List<RetailRow> credited() {
        return rows.stream()
                .filter(row -> use(row) == Use.CREDIT || use(row) == Use.CASH_CREDIT)
                .toList();
    }

    List<RetailRow> adjustments() {
        return rows.stream().filter(row -> use(row) == Use.ADJUSTMENT).toList();
    }
}
