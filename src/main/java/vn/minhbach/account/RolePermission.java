package vn.minhbach.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;

/** One row of the table of rights: whoever has the role has the permission, everywhere or where the role was given. */
@Entity
@Table(name = "role_permission")
@IdClass(RolePermission.Key.class)
public class RolePermission {

    /** Where a permission holds. */
    public enum Reach {
        /** Everywhere, also for somebody who has the role for one place only. */
        ALL,
        /** In the section or unit for which the role was given. */
        ASSIGNED,
        /** Everywhere, and for somebody alone who has the role everywhere: rules by which the whole office works. */
        WHOLE;

        /**
         * Where somebody may do it who has the role.
         *
         * @param given the place for which they have it; empty for everywhere
         * @return empty for everywhere; nothing if they may do it nowhere
         */
        public Optional<String> at(String given) {
            return switch (this) {
                case ALL -> Optional.of("");
                case ASSIGNED -> Optional.of(given);
                case WHOLE -> Optional.of(given).filter(String::isEmpty);
            };
        }

        /** Whether somebody may do it at a place who has the role for this or another one. */
        public boolean holds(String given, String place) {
            return at(given).filter(at -> at.isEmpty() || at.equals(place)).isPresent();
        }
    }

    @Id
    @Enumerated(EnumType.STRING)
    private Role role = Role.EDITOR;

    @Id
    @Enumerated(EnumType.STRING)
    private Permission permission = Permission.READ_PUBLIC;

    @Enumerated(EnumType.STRING)
    private Reach reach = Reach.ASSIGNED;

    protected RolePermission() {}

    public Role getRole() {
        return role;
    }

    public Permission getPermission() {
        return permission;
    }

    public Reach getReach() {
        return reach;
    }

    /** What a row is known by. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Role role = Role.EDITOR;
        private Permission permission = Permission.READ_PUBLIC;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same && role == same.role && permission == same.permission;
        }

        @Override
        public int hashCode() {
            return Objects.hash(role, permission);
        }
    }
}
