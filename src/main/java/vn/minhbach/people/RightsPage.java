package vn.minhbach.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Role;
import vn.minhbach.account.RolePermission;
import vn.minhbach.account.UserService;
import vn.minhbach.desk.Screen;
import vn.minhbach.web.Door;

/** Backs {@code /quan-tri/phan-quyen}: which role may do what, and where; the very table by which the portal decides. */
@Door(path = "/quan-tri/phan-quyen", permission = Permission.MANAGE_PEOPLE)
@Screen(name = "rights.title", task = "people.task", order = 820)
@Named
@RequestScoped
public class RightsPage {

    /** What no role has: everybody has it, or the portal alone. */
    private static final Set<Permission> NO_ROLES =
            Set.of(Permission.READ_PUBLIC, Permission.MONITOR, Permission.OWN_ACCOUNT, Permission.RUN_PORTAL);

    @Inject
    UserService users;

    private List<Right> rights = List.of();

    /**
     * What may be done.
     *
     * @param everywhere who may do it everywhere, by whatever place they have the role for
     * @param assigned who may do it where they have the role
     * @param whole who may do it everywhere, if they have the role everywhere
     */
    public record Right(Permission permission, List<Role> everywhere, List<Role> assigned, List<Role> whole) {}

    public void load() {
        var table = users.rights();
        rights = Arrays.stream(Permission.values())
                .filter(permission -> !NO_ROLES.contains(permission))
                .map(permission -> new Right(
                        permission,
                        roles(table, permission, RolePermission.Reach.ALL),
                        roles(table, permission, RolePermission.Reach.ASSIGNED),
                        roles(table, permission, RolePermission.Reach.WHOLE)))
                .toList();
    }

    private static List<Role> roles(List<RolePermission> table, Permission permission, RolePermission.Reach reach) {
        return table.stream()
                .filter(row -> row.getPermission() == permission && row.getReach() == reach)
                .map(RolePermission::getRole)
                .sorted()
                .toList();
    }

    public List<Right> getRights() {
        return rights;
    }

    public Role[] getRoles() {
        return Role.values();
    }
}
