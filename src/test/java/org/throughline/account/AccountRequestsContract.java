package org.throughline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.throughline.shared.AccountId;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** What every {@link AccountRequests} do. */
public abstract class AccountRequestsContract {

    private static final AccountId ACCOUNT = new AccountId("main", "A");

    private final String id = UUID.randomUUID().toString();

    protected abstract AccountRequests requests();

    @Test
    void aRequestMayBeClaimedAgainUntilItIsFinished() {
        assertThat(requests().claim(id, "digest")).isEmpty();
        assertThat(requests().claim(id, "digest")).isEmpty();
        requests().finish(id, ACCOUNT);
        assertThat(requests().claim(id, "digest")).contains(ACCOUNT);
    }

    @Test
    void otherContentIsAConflictBeforeAndAfterItIsFinished() {
        requests().claim(id, "digest");
        assertReused();
        requests().finish(id, ACCOUNT);
        assertReused();
    }

    @Test
    void aReleasedIdMayBeUsedWithOtherContent() {
        requests().claim(id, "digest");
        requests().release(id);
        assertThat(requests().claim(id, "other")).isEmpty();
    }

    @Test
    void aFinishedRequestIsNeverForgotten() {
        requests().claim(id, "digest");
        requests().finish(id, ACCOUNT);
        requests().release(id);
        assertThat(requests().claim(id, "digest")).contains(ACCOUNT);
    }

    private void assertReused() {
        assertThatThrownBy(() -> requests().claim(id, "other"))
                .isInstanceOfSatisfying(
                        ServiceFault.class, fault -> assertThat(fault.code()).isEqualTo(ErrorCode.REQUEST_ID_REUSED));
    }
}
