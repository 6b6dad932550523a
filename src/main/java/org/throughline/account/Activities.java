package org.throughline.account;

import java.time.LocalDate;
import java.util.Collection;
import org.throughline.shared.AccountId;
import org.throughline.shared.Answer;
import org.throughline.shared.MaxAge;

/** What goes on between us and our customers, for an overview. */
public interface Activities {

    /**
     * @param accounts not empty
     * @param rows how many rows each list may have, over all accounts together
     * @param today decides which contracts have ended
     */
    Answer<Activity> of(Collection<AccountId> accounts, int rows, LocalDate today, MaxAge maxAge);
}
