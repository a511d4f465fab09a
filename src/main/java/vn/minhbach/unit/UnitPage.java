package vn.minhbach.unit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.Phone;
import vn.minhbach.web.Door;
import vn.minhbach.web.Link;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /don-vi} and {@code /don-vi/<slug>}: all units, or one. */
@Door(path = "/don-vi", permission = Permission.READ_PUBLIC)
@Door(path = "/don-vi/{slug}", permission = Permission.READ_PUBLIC)
@Named("don-vi")
@RequestScoped
public class UnitPage implements PublicPage {

    @Inject
    UnitService service;

    @Inject
    Visit visit;

    @Inject
    StructuredData structured;

    private List<UnitGroup> groups = List.of();
    private @Nullable UnitView unit;

    /** Units of one kind. */
    public record UnitGroup(String label, List<UnitLine> units) {}

    /** A unit in a list. */
    public record UnitLine(String name, String url, String address, String phone, String phoneHref, String email) {}

    /** A unit by itself. */
    public record UnitView(
            String name,
            String url,
            String kind,
            String summary,
            String bodyHtml,
            List<String> formerNames,
            String address,
            String phone,
            String phoneHref,
            String email,
            String hours,
            String head,
            String headPost,
            @Nullable Link parent,
            List<UnitLine> children,
            List<Person> people) {}

    /** Somebody who can be reached there. */
    public record Person(
            String name, String post, String duties, String phone, String phoneHref, String email, String pictureUrl) {}

    @Override
    public void load() {
        var slug = visit.pathInfo();
        var all = service.all();
        if (slug.isEmpty()) {
            groups = Arrays.stream(UnitKind.values())
                    .map(kind -> new UnitGroup(
                            visit.text("UnitKind." + kind + ".group"),
                            all.stream()
                                    .filter(one -> one.getKind() == kind)
                                    .map(this::line)
                                    .toList()))
                    .filter(group -> !group.units().isEmpty())
                    .toList();
        } else {
            var one = service.get(slug);
            unit = view(one, all, service.peopleOf(one.getId()));
        }
    }

    /** Shows the page of a unit as it would be if the unit were this. */
    void preview(Unit draft, List<UnitPerson> people) {
        unit = view(draft, service.all(), people);
    }

    private UnitLine line(Unit one) {
        return new UnitLine(
                one.getName(),
                visit.url(one.getPath()),
                one.getAddress(),
                one.getPhone(),
                Phone.href(one.getPhone()),
                one.getEmail());
    }

    private UnitView view(Unit one, List<Unit> all, List<UnitPerson> people) {
        var isDepartment = one.getKind() == UnitKind.DEPARTMENT;
        return new UnitView(
                one.getName(),
                visit.url(one.getPath()),
                visit.name(one.getKind()),
                one.getSummary(),
                one.getBody(),
                one.getFormerNames(),
                one.getAddress(),
                one.getPhone(),
                Phone.href(one.getPhone()),
                one.getEmail(),
                one.getHours(),
                one.getHead(),
                one.getHeadPost(),
                isDepartment
                        ? null
                        : all.stream()
                                .filter(other -> other.getKind() == UnitKind.DEPARTMENT)
                                .findFirst()
                                .map(other -> new Link(other.getName(), visit.url(other.getPath())))
                                .orElse(null),
                isDepartment
                        ? all.stream()
                                .filter(other -> other.getKind() != UnitKind.DEPARTMENT)
                                .map(this::line)
                                .toList()
                        : List.of(),
                people.stream().map(this::person).toList());
    }

    private Person person(UnitPerson one) {
        return new Person(
                one.getName(),
                one.getPost(),
                one.getDuties(),
                one.getPhone(),
                Phone.href(one.getPhone()),
                one.getEmail(),
                one.getPicture().isEmpty() ? "" : visit.file(one.getPicture()));
    }

    public List<UnitGroup> getGroups() {
        return groups;
    }

    public @Nullable UnitView getUnit() {
        return unit;
    }

    public String getCanonicalUrl() {
        return structured.absolute(unit == null ? visit.url("/don-vi") : unit.url());
    }

    public String getJsonLd() {
        var path = new ArrayList<Link>();
        path.add(new Link(visit.text("unit.list.title"), visit.url("/don-vi")));
        if (unit != null) {
            path.add(new Link(unit.name(), unit.url()));
        }
        return (unit == null ? "" : structured.script(organization(unit))) + structured.breadcrumb(path);
    }

    private JsonObject organization(UnitView one) {
        var office = structured
                .thing("GovernmentOrganization")
                .add("name", one.name())
                .add("url", structured.absolute(one.url()));
        if (one.parent() != null) {
            office.add(
                    "parentOrganization",
                    structured
                            .part("GovernmentOrganization")
                            .add("name", one.parent().title())
                            .add("url", structured.absolute(one.parent().url())));
        }
        return structured.reach(office, one.address(), one.phone(), one.email()).build();
    }
}
