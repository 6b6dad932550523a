package org.throughline.order;

/**
 * How requests of one kind are carried out; {@link HandingOver} takes them through the ledger. Has no state: everything
 * about a request is in what the ledger keeps of it, so that any node can go on with it.
 *
 * <p>A new kind needs a {@link RequestKind}, a {@link Demand}, a canonical form in {@link CanonicalContent} and one of these.
 *
 * @param <D> what is asked for
 * @param <T> what comes of it
 */
public interface Procedure<D extends Demand, T> {

    RequestKind kind();

    /**
     * Whether a request is kept and carried out later, without the caller, when the ERP is not available. Otherwise the
     * caller has to come again.
     */
    boolean isQueued();

    Work<T> open(Received<D> request);

    /** What came of a request, as it stands now. */
    T read(DocumentRef document);
}
