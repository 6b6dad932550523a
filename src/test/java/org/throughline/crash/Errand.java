package org.throughline.crash;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer wants, in one or several requests, and what the customer knows of it. Each request is sent, with the same
 * request id, until its outcome is certain. At most one order comes of it; it bears the name as the customer's reference.
 */
final class Errand {

    /** What it takes. */
    enum Kind {
        ORDER(Request.ORDER),
        AMENDED_ORDER(Request.ORDER, Request.AMEND),
        CANCELLED_ORDER(Request.ORDER, Request.CANCEL),
        ORDERED_OFFER(Request.OFFER, Request.ORDER_OFFER),
        CANCELLED_OFFER(Request.OFFER, Request.CANCEL_OFFER);

        private final List<Request> requests;

        Kind(Request... requests) {
            this.requests = List.of(requests);
        }
    }

    private enum Request {
        ORDER,
        AMEND,
        CANCEL,
        OFFER,
        ORDER_OFFER,
        CANCEL_OFFER
    }

    private final String name;
    private final Kind kind;
    private final Wish wish;
    private final List<String> objections = new ArrayList<>();

    private int next;
    private String offer;
    private String order;
    private boolean held;
    private Reply refusal;
    private String lastHeard = "nothing";
    private String lastCode = "";

    Errand(String name, Kind kind, Wish wish) {
        this.name = requireNonNull(name);
        this.kind = requireNonNull(kind);
        this.wish = requireNonNull(wish);
    }

    boolean isFinished() {
        return refusal != null || next == kind.requests.size();
    }

    /** The code of the fault that was heard last, or the outcome. */
    String lastCode() {
        return lastCode;
    }

    Told told() {
        boolean more = kind == Kind.AMENDED_ORDER && next == kind.requests.size();
        Basket.Terms terms = more ? wish.moreTerms() : wish.terms();
        return new Told(name, promise(), order, held, written(), terms, offer, offerState(), lastHeard, objections);
    }

    /** How many requests have written to the order. */
    private int written() {
        return (int) kind.requests.subList(0, next).stream()
                .filter(request -> request != Request.OFFER && request != Request.CANCEL_OFFER)
                .count();
    }

    private Told.Promise promise() {
        if (!isFinished()) {
            return Told.Promise.OPEN;
        }
        if (order == null) {
            return Told.Promise.NOTHING;
        }
        return kind == Kind.CANCELLED_ORDER ? Told.Promise.CANCELLED : Told.Promise.ORDERED;
    }

    private String offerState() {
        if (order != null) {
            return "ORDERED";
        }
        return refusal == null && kind == Kind.CANCELLED_OFFER ? "CANCELLED" : "OPEN";
    }

    /**
     * Sends the next request.
     *
     * @return whether its outcome is certain now
     * @throws IOException when there was no answer
     */
    boolean goOn(Wire wire, String url) throws IOException {
        Request request = kind.requests.get(next);
        Reply reply = wire.send(url, ask(request));
        lastHeard = reply.toString();
        lastCode = reply.text(reply.isFault() ? "code" : "outcome");
        if (reply.isDone()) {
            note(request, reply);
            next++;
        } else if (reply.isRefusal()) {
            refused(request, reply);
        }
        return reply.isDone() || reply.isRefusal();
    }

    /** Sends everything that is done once more; the answers must be the first ones. */
    void repeat(Wire wire, String url) throws IOException {
        for (Request request : kind.requests.subList(0, next)) {
            Reply reply = wire.send(url, ask(request));
            if (reply.isDone()) {
                note(request, reply);
            } else {
                objections.add(name + ": " + request + " was done first and then " + reply);
            }
        }
    }

    private Ask ask(Request request) {
        return switch (request) {
            case ORDER -> Ask.order(name, wish.basket(), name);
            case AMEND ->
                Ask.amendment(
                        name + "-amend",
                        order,
                        1,
                        Wish.more(wish.basket()).lines().get(0));
            case CANCEL -> Ask.cancellation(name + "-cancel", order, 1);
            case OFFER -> Ask.offer(name + "-offer", wish.basket(), name);
            case ORDER_OFFER -> Ask.orderOfOffer(name, offer);
            case CANCEL_OFFER -> Ask.cancellationOfOffer(offer);
        };
    }

    private void note(Request request, Reply reply) {
        switch (request) {
            case ORDER, ORDER_OFFER -> {
                order = same(order, reply.text("order", "ref", "id"), reply);
                held = "HELD".equals(reply.text("outcome"));
                if (next == 0 || request == Request.ORDER_OFFER) {
                    requireTerms(wish.terms(), reply.terms("order"));
                }
            }
            case AMEND -> {
                held = "HELD".equals(reply.text("outcome"));
                requireTerms(wish.moreTerms(), reply.terms("order"));
            }
            case OFFER -> {
                offer = same(offer, reply.text("offer", "ref", "id"), reply);
                requireTerms(wish.terms(), reply.terms("offer"));
            }
            case CANCEL, CANCEL_OFFER -> {}
        }
    }

    private String same(String before, String now, Reply reply) {
        if (now.isEmpty() || before != null && !before.equals(now)) {
            objections.add(name + ": answered " + before + " first and then " + now + " (" + reply + ")");
        }
        return now;
    }

    private void requireTerms(Basket.Terms simulated, Basket.Terms answered) {
        if (!answered.equals(simulated)) {
            objections.add(name + ": simulated " + simulated + " and answered " + answered);
        }
    }

    /** A customer may be refused an order or an offer, but not a change that is possible. */
    private void refused(Request request, Reply reply) {
        refusal = reply;
        if (request == Request.AMEND || request == Request.CANCEL || request == Request.CANCEL_OFFER) {
            objections.add(name + ": " + request + " was refused: " + reply);
        }
    }

    @Override
    public String toString() {
        return name + " " + kind + " (last heard: " + lastHeard + ")";
    }
}
