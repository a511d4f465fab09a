package vn.minhbach.unit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.access.Permission;
import vn.minhbach.attachment.AttachmentUse;
import vn.minhbach.desk.RowPage;

/** The portraits of the people of units. */
@ApplicationScoped
public class UnitFiles implements AttachmentUse.OfRows {

    @Inject
    UnitService units;

    @Inject
    CurrentActor actors;

    @Override
    public List<Row> rows() {
        return units.everybody().stream()
                .map(person -> new Row(
                        person.getPicture(),
                        person.getName(),
                        UnitPersonPage.PATH + "?" + UnitPeoplePage.UNIT + "=" + person.getUnitId() + "&" + RowPage.ROW
                                + "=" + person.getId(),
                        Standing.PUBLIC))
                .toList();
    }

    @Override
    public boolean mayKeep() {
        return actors.get().may(Permission.KEEP_UNITS);
    }
}
