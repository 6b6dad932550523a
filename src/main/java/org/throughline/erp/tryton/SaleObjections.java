package org.throughline.erp.tryton;

import java.util.ArrayList;
import java.util.List;
import org.throughline.order.DeliveryPolicy;
import org.throughline.order.OrderContent;
import org.throughline.order.OrderLine;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Violation;

/** What a sale of Tryton has no place for. */
final class SaleObjections {

    private SaleObjections() {}

    /**
     * What Tryton cannot keep of an order: it delivers a sale from one warehouse, has one date for all of it, and sends what it
     * has.
     */
    static List<Violation> to(OrderContent order) {
        List<Violation> objections = new ArrayList<>();
        if (order.delivery() != DeliveryPolicy.PARTIAL) {
            objections.add(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                    "order.delivery", "Tryton cannot be told to hold goods back until all of them are there."));
        }
        for (int i = 0; i < order.lines().size(); i++) {
            objections.addAll(objections(order, order.lines().get(i), "order.line[" + i + "]."));
        }
        return objections;
    }

    private static List<Violation> objections(OrderContent order, OrderLine line, String path) {
        List<Violation> objections = new ArrayList<>();
        if (line.requiredDate() != null && !line.requiredDate().equals(order.requiredDate())) {
            objections.add(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                    path + "requiredDate", "Tryton has one required date for the whole order."));
        }
        if (line.warehouse() != null
                && !line.warehouse().equals(order.lines().get(0).warehouse())) {
            objections.add(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                    path + "warehouse", "Tryton delivers an order from one warehouse."));
        }
        return objections;
    }
}
