package vn.minhbach.people;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.minhbach.account.User;

/** Somebody in the list of people. */
public record PersonLine(
        long id,
        String name,
        String fullName,
        String roles,
        State state,
        @Nullable Instant signedInAt) implements Serializable {

    /** How an account stands. */
    public enum State {
        /** Can sign in. */
        OPEN("good"),
        /** Has not chosen a password yet. */
        INVITED("info"),
        CLOSED("warn");

        private final String tone;

        State(String tone) {
            this.tone = tone;
        }

        public String getTone() {
            return tone;
        }

        static State of(User user) {
            if (!user.isActive()) {
                return CLOSED;
            }
            return user.isInvited() ? INVITED : OPEN;
        }
    }

    static PersonLine of(User user, String roles) {
        var id = user.getId();
        return new PersonLine(
                id == null ? 0 : id, user.getName(), user.getFullName(), roles, State.of(user), user.getSignedInAt());
    }
}
