package vn.minhbach.account;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A role that a member of staff has, and the section or unit for which they have it; an empty place is everywhere. */
@Embeddable
public class Assignment {

    @Enumerated(EnumType.STRING)
    private Role role = Role.EDITOR;

    private String place = "";

    protected Assignment() {}

    public Assignment(Role role, String place) {
        this.role = role;
        this.place = place;
    }

    public Role getRole() {
        return role;
    }

    public String getPlace() {
        return place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Assignment same && role == same.role && place.equals(same.place);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, place);
    }
}
