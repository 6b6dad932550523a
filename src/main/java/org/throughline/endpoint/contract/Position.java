package org.throughline.endpoint.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/**
 * Where in a request a reader stands, and what the contract says about that place. Paths are relative to the request
 * element: {@code line[2].quantity}.
 */
final class Position {

    /** Enough to mend a request; a caller who sends more wrong lines learns of them next time. */
    private static final int MOST_VIOLATIONS = 20;

    /** The operation's element and the request element do not count. */
    private static final int LEVELS_ABOVE_PATH = 2;

    private final Contract contract;
    private final Violations violations;
    private final Set<String> blamed = new HashSet<>();
    private final List<Level> levels = new ArrayList<>();
    private int depth = -1;

    Position(Contract contract, Violations violations) {
        this.contract = contract;
        this.violations = violations;
    }

    void enter(String localName, String namespace) {
        depth++;
        if (depth == levels.size()) {
            levels.add(new Level());
        }
        Level level = levels.get(depth);
        if (depth == 0) {
            level.beginRoot(contract.typeOfElement(new QName(namespace, localName)));
        } else {
            level.begin(levels.get(depth - 1), localName, namespace, contract);
        }
    }

    void leave() {
        depth--;
    }

    /** Whether the element just entered may not stand here, or something is missing before it. */
    boolean isWrongStart() {
        Level level = levels.get(depth);
        if (depth == 0 || level.insideBlamed || levels.get(depth - 1).type.open()) {
            return false;
        }
        return level.child == null
                || level.child.position() < level.before
                || level.child.position() == level.before && !level.isRepetition()
                || !levels.get(depth - 1)
                        .type
                        .requiredBetween(level.before, level.child.position())
                        .isEmpty();
    }

    /** Whether the element holds a date or a point in time. */
    boolean holdsDay() {
        SimpleType type = levels.get(depth).simpleType;
        return type != null && type.primitive().startsWith("date");
    }

    /** Whether the element may not end yet, or may not hold that text. */
    boolean isWrongEnd(String text) {
        Level level = levels.get(depth);
        if (level.insideBlamed) {
            return false;
        }
        return level.type == null
                ? level.simpleType != null && !ValueCheck.allows(level.simpleType, text)
                : !level.type.requiredBetween(level.last, Integer.MAX_VALUE).isEmpty();
    }

    /** Says why the element just entered may not stand here. */
    void wrongStart() {
        Level level = levels.get(depth);
        if (depth == 0 || level.insideBlamed) {
            return;
        }
        level.insideBlamed = true;
        Level parent = levels.get(depth - 1);
        if (level.child == null) {
            blame(depth - 1, "", unknownElementIn(parent.type), Remedy.NONE);
            return;
        }
        List<Child> missing = parent.type.requiredBetween(level.before, level.child.position());
        if (missing.isEmpty()) {
            blame(
                    depth,
                    "",
                    "The element stands in the wrong place or too often. The order is: " + parent.type.order() + ".",
                    Remedy.NONE);
        } else {
            level.insideBlamed = false;
            missing(depth - 1, missing);
        }
    }

    /** The text so far is not what the element may hold. */
    void wrongText() {
        Level level = levels.get(depth);
        if (level.insideBlamed) {
            return;
        }
        SimpleType type = level.simpleType;
        if (type == null) {
            problem("The element must not hold text, only elements.");
        } else {
            blame(depth, "", "Expected is " + type.expectation() + ".", remedy(type));
        }
    }

    /** The element must not end yet, or its text is not what it may hold. */
    void wrongEnd() {
        Level level = levels.get(depth);
        if (level.insideBlamed) {
            return;
        }
        if (level.type == null) {
            wrongText();
            return;
        }
        missing(depth, level.type.requiredBetween(level.last, Integer.MAX_VALUE));
        if (violations.isEmpty()) {
            problem("The element's content is not in order. The order is: " + level.type.order() + ".");
        }
    }

    /** Blames the element for something else; its content no longer matters. */
    void problem(String message) {
        if (!levels.get(depth).insideBlamed) {
            blame(depth, "", message, Remedy.NONE);
            levels.get(depth).insideBlamed = true;
        }
    }

    /** The element holds something that its type does not know. */
    void unknownContent() {
        Level level = levels.get(depth);
        if (!level.insideBlamed) {
            blame(depth, "", unknownElementIn(level.type), Remedy.NONE);
        }
    }

    private static String unknownElementIn(ComplexType parent) {
        return parent.open()
                ? "Only elements of other namespaces may stand in here."
                : "The element holds an element that the contract does not know here. It consists of: " + parent.order()
                        + ".";
    }

    private void missing(int parent, List<Child> missing) {
        for (Child child : missing) {
            if (!child.alternative() || isFirstAlternative(levels.get(parent).type, child)) {
                blame(parent, child.localName(), "The element is missing. " + expectation(parent, child), Remedy.NONE);
            }
        }
    }

    private static boolean isFirstAlternative(ComplexType type, Child child) {
        return type.children().stream()
                .filter(other -> other.position() == child.position())
                .findFirst()
                .filter(child::equals)
                .isPresent();
    }

    private String expectation(int parent, Child child) {
        SimpleType simple = contract.simpleType(child.type());
        if (child.alternative()) {
            return "One of several must be there: " + levels.get(parent).type.order() + ".";
        }
        return simple != null
                ? "Expected is " + simple.expectation() + "."
                : "It consists of: " + contract.complexType(child.type()).order() + ".";
    }

    private static Remedy remedy(SimpleType type) {
        return type.allowedValues().isEmpty() ? Remedy.NONE : Remedy.oneOf(null, type.allowedValues());
    }

    private void blame(int level, String missing, String message, Remedy remedy) {
        String path = path(level, missing);
        if (blamed.size() < MOST_VIOLATIONS && blamed.add(path)) {
            violations.add(new Violation(ErrorCode.SCHEMA_VIOLATION, path, message, remedy));
        }
    }

    private String path(int level, String missing) {
        StringBuilder path = new StringBuilder();
        for (int i = LEVELS_ABOVE_PATH; i <= level; i++) {
            levels.get(i).appendTo(path);
        }
        if (!missing.isEmpty() && level >= LEVELS_ABOVE_PATH - 1) {
            Level.appendTo(path, missing);
        }
        return path.toString();
    }

    /** An element that is open, and how far its content has come. */
    private static final class Level {

        private Child child;
        private ComplexType type;
        private SimpleType simpleType;
        private int index;
        private int before;
        private boolean insideBlamed;

        private Child lastChild;
        private int lastIndex;
        private int last;

        void beginRoot(ComplexType rootType) {
            reset();
            type = rootType;
            insideBlamed = rootType == null;
        }

        void begin(Level parent, String localName, String namespace, Contract contract) {
            reset();
            insideBlamed = parent.insideBlamed || parent.type == null;
            Child known = parent.type == null ? null : parent.type.child(localName);
            if (known == null || !known.name().getNamespaceURI().equals(namespace)) {
                return;
            }
            child = known;
            type = contract.complexType(known.type());
            simpleType = type == null ? contract.simpleType(known.type()) : null;
            index = parent.lastChild == known ? parent.lastIndex + 1 : 0;
            before = parent.last;
            parent.lastChild = known;
            parent.lastIndex = index;
            parent.last = Math.max(parent.last, known.position());
        }

        boolean isRepetition() {
            return child.repeated() && index > 0;
        }

        void appendTo(StringBuilder path) {
            if (child != null) {
                appendTo(path, child.localName());
                if (child.repeated()) {
                    path.append('[').append(index).append(']');
                }
            }
        }

        static void appendTo(StringBuilder path, String name) {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }

        private void reset() {
            child = null;
            type = null;
            simpleType = null;
            index = 0;
            before = 0;
            insideBlamed = false;
            lastChild = null;
            lastIndex = 0;
            last = 0;
        }
    }
}
