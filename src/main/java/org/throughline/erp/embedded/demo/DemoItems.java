package org.throughline.erp.embedded.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.RowBatch;
import org.throughline.shared.SearchTerms;

/** 500 items in ten groups of fifty; the last of each group is blocked, the one before it is discontinued. */
final class DemoItems {

    private static final int PER_GROUP = 50;

    private enum Group {
        FASTENERS("FA", "STANDARD", "BOX", 200, 2, 9, "Hex bolt", "Machine screw", "Wood screw", "Washer", "Nut"),
        HAND_TOOLS("HT", "STANDARD", "BOX", 6, 6, 45, "Hammer", "Spanner", "Screwdriver", "Pliers", "Chisel"),
        POWER_TOOLS("PT", "STANDARD", null, 1, 60, 390, "Drill", "Sander", "Grinder", "Jigsaw", "Planer"),
        SAFETY("SA", "STANDARD", "CTN", 12, 3, 60, "Gloves", "Goggles", "Helmet", "Ear defenders", "Hi-vis vest"),
        ELECTRICAL("EL", "STANDARD", "CTN", 20, 2, 35, "Socket", "Switch", "Cable", "Junction box", "Fuse"),
        LIGHTING("LI", "STANDARD", "CTN", 10, 5, 80, "Work light", "LED panel", "Batten", "Floodlight", "Torch"),
        HEATING("HE", "REDUCED", null, 1, 40, 250, "Heat pump part", "Thermostat", "Valve", "Radiator", "Insulation"),
        MANUALS("MA", "ZERO", null, 1, 8, 48, "Handbook", "Wiring guide", "Safety manual", "Catalogue", "Atlas"),
        STORAGE("ST", "STANDARD", "PAL", 24, 9, 140, "Shelf", "Tool chest", "Bin", "Trolley", "Cabinet"),
        SERVICES("SV", "SERVICE", null, 1, 35, 95, "Calibration", "Repair", "Inspection", "Training", "Installation");

        private static final String[] SIZES = {
            "mini", "small", "medium", "large", "extra large", "compact", "heavy", "light", "standard", "professional"
        };

        private final String prefix;
        private final String taxClass;
        private final String pack;
        private final int packFactor;
        private final int cheapest;
        private final int dearest;
        private final String[] nouns;

        Group(String prefix, String taxClass, String pack, int packFactor, int cheapest, int dearest, String... nouns) {
            this.prefix = prefix;
            this.taxClass = taxClass;
            this.pack = pack;
            this.packFactor = packFactor;
            this.cheapest = cheapest;
            this.dearest = dearest;
            this.nouns = nouns;
        }

        private DemoItem item(int number, Random random) {
            boolean service = this == SERVICES;
            return new DemoItem(
                    "%s%03d".formatted(prefix, number),
                    nouns[number % nouns.length] + " " + SIZES[(number - 1) / nouns.length],
                    name(),
                    service ? "HUR" : "EA",
                    pack,
                    packFactor,
                    taxClass,
                    BigDecimal.valueOf(cheapest * 100L + random.nextInt((dearest - cheapest) * 100), 2),
                    this == FASTENERS ? 100 : 1,
                    !service,
                    number == PER_GROUP ? "BLOCKED" : number == PER_GROUP - 1 ? "DISCONTINUED" : "ACTIVE",
                    service ? Integer.valueOf(5) : Integer.valueOf(7 * (1 + random.nextInt(6))));
        }
    }

    private DemoItems() {}

    static List<DemoItem> items(Random random) {
        List<DemoItem> items = new ArrayList<>();
        for (Group group : Group.values()) {
            for (int number = 1; number <= PER_GROUP; number++) {
                items.add(group.item(number, random));
            }
        }
        return items;
    }

    static void write(List<DemoItem> items, RowBatch rows) {
        for (int i = 0; i < items.size(); i++) {
            write(items.get(i), rows);
            if (!items.get(i).isSold() || i % 10 == 0) {
                writeSubstitutes(items, i, rows);
            }
        }
    }

    private static void write(DemoItem item, RowBatch rows) {
        rows.add(
                ErpTable.ITEM,
                item.id(),
                item.description(),
                item.group(),
                item.baseUnit(),
                item.stocked() ? "GOODS" : "SERVICE",
                item.stocked(),
                item.taxClass(),
                item.status(),
                item.leadTimeDays(),
                item.stocked() ? item.price().movePointLeft(1) : null,
                DemoCalendar.START
                        .minusDays(item.id().hashCode() & 63)
                        .atStartOfDay(DemoCalendar.ZONE)
                        .toInstant(),
                DemoPromotions.breakGroup(item));
        rows.add(ErpTable.ITEM_UNIT, item.id(), item.baseUnit(), 1);
        if (item.pack() != null) {
            rows.add(ErpTable.ITEM_UNIT, item.id(), item.pack(), item.packFactor());
        }
        for (String term : SearchTerms.words(item.id() + " " + item.description())) {
            rows.add(ErpTable.ITEM_TERM, term, item.id());
        }
    }

    /** The next two items of the group that are sold. */
    private static void writeSubstitutes(List<DemoItem> items, int index, RowBatch rows) {
        int position = 0;
        for (int step = 1; position < 2; step++) {
            DemoItem other = items.get(index - index % PER_GROUP + (index + step * 5) % PER_GROUP);
            if (other.isSold() && other != items.get(index)) {
                rows.add(ErpTable.ITEM_SUBSTITUTE, items.get(index).id(), ++position, other.id());
            }
        }
    }
}
