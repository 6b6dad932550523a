package org.throughline.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Baskets for customers of the demo data, and what the service says that they come to. */
final class Wishes {

    /** British, German and French; C0012 has prices of its own; all may buy on credit, some of them not much. */
    private static final List<String> ACCOUNTS = List.of("C0001", "C0012", "C0015", "C0060", "C0091", "C0150");

    private static final List<String> ITEMS = List.of(
            "LI036", "EL041", "FA044", "FA001", "SV002", "SA021", "SA011", "HT021", "HT011", "PT011", "MA001", "HE001");
    private static final int WISHES = 12;

    private Wishes() {}

    static List<Wish> simulated(String url, long seed) {
        Random random = new Random(seed);
        List<Wish> wishes = new ArrayList<>();
        while (wishes.size() < WISHES) {
            Basket basket = basket(ACCOUNTS.get(wishes.size() % ACCOUNTS.size()), random);
            wishes.add(new Wish(basket, terms(url, basket), terms(url, Wish.more(basket))));
        }
        return wishes;
    }

    private static Basket basket(String account, Random random) {
        return new Basket(
                account,
                Stream.generate(() -> ITEMS.get(random.nextInt(ITEMS.size())))
                        .distinct()
                        .limit(2L + random.nextInt(5))
                        .map(item -> new Basket.Line(item, 1 + random.nextInt(20)))
                        .toList());
    }

    private static Basket.Terms terms(String url, Basket basket) {
        try {
            Reply reply = Wire.REST.send(url, Ask.simulation(basket));
            if (!reply.isDone()) {
                throw new IllegalStateException("cannot be ordered: " + basket + ": " + reply);
            }
            return reply.terms("order");
        } catch (IOException e) {
            throw new IllegalStateException("no answer to a simulation", e);
        }
    }
}
