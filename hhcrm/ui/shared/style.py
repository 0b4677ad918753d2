"""One small style over Fusion: round corners, room to breathe, a focus ring one can see."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSpinBox,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors, colors_for

PANEL_RADIUS = 8.0
CONTROL_RADIUS = 6.0

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Metric = QStyle.PixelMetric

# In pixels at 100 per cent text.
_LEAST_HEIGHTS = {
    QStyle.ContentsType.CT_PushButton: 30,
    QStyle.ContentsType.CT_LineEdit: 32,
    QStyle.ContentsType.CT_ComboBox: 32,
    QStyle.ContentsType.CT_SpinBox: 32,
}


def draw_box(
    painter: QPainter, rect: QRect | QRectF, fill: str, line: str | None, radius: float, width: float = 1.0
) -> None:
    """A box with round corners and a line that stays sharp."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
    inset = width / 2 if line else 0.0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()


def draw_focus_ring(painter: QPainter, rect: QRect | QRectF, colors: Colors, radius: float) -> None:
    """Two pixels of accent just inside `rect`."""
    draw_box(painter, rect, "", colors.accent, radius, 2.0)


class QuietStyle(QProxyStyle):
    """Fusion with the corners, heights and rings of our pictures."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Primitive.PE_PanelButtonCommand:
            _draw_button(option, painter)
        elif element in (_Primitive.PE_PanelLineEdit, _Primitive.PE_FrameLineEdit):
            _draw_field(element, option, painter)
        elif element in (_Primitive.PE_IndicatorCheckBox, _Primitive.PE_IndicatorRadioButton):
            _draw_indicator(element, option, painter)
        elif element == _Primitive.PE_FrameFocusRect:
            _draw_focus(option, painter, widget)
        elif element == _Primitive.PE_FrameMenu:
            draw_box(painter, option.rect, "", colors_for(option.palette).line_strong, 0.0)
        elif element in (_Primitive.PE_FrameTabBarBase, _Primitive.PE_PanelScrollAreaCorner):
            return
        else:
            super().drawPrimitive(element, option, painter, widget)

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        lengths = {
            _Metric.PM_ButtonMargin: 12,
            _Metric.PM_IndicatorWidth: 16,
            _Metric.PM_IndicatorHeight: 16,
            _Metric.PM_ExclusiveIndicatorWidth: 16,
            _Metric.PM_ExclusiveIndicatorHeight: 16,
            _Metric.PM_CheckBoxLabelSpacing: 8,
            _Metric.PM_RadioButtonLabelSpacing: 8,
            _Metric.PM_LayoutHorizontalSpacing: 8,
            _Metric.PM_LayoutVerticalSpacing: 8,
            _Metric.PM_LayoutLeftMargin: 16,
            _Metric.PM_LayoutTopMargin: 16,
            _Metric.PM_LayoutRightMargin: 16,
            _Metric.PM_LayoutBottomMargin: 16,
            _Metric.PM_ScrollBarExtent: 12,
            _Metric.PM_MenuVMargin: 4,
        }
        if metric in lengths:
            return scaled(lengths[metric])
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 (Qt's own name)
    ) -> int:
        if hint == QStyle.StyleHint.SH_EtchDisabledText:
            return 0
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return 400
        return super().styleHint(hint, option, widget, returnData)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            self._draw_scroll_bar(option, painter, widget)
        elif control == QStyle.ComplexControl.CC_ComboBox:
            self._draw_combo(option, painter, widget)
        elif control == QStyle.ComplexControl.CC_SpinBox:
            self._draw_spin(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    @override
    def sizeFromContents(
        self,
        type: QStyle.ContentsType,  # noqa: A002 (Qt's own name)
        option: QStyleOption | None,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        whole = super().sizeFromContents(type, option, size, widget)  # type: ignore[arg-type]
        least = _LEAST_HEIGHTS.get(type)
        if least is not None:
            letters = QFontMetrics(widget.font() if widget is not None else QApplication.font()).height()
            whole.setHeight(max(scaled(least), letters + scaled(12)))
        if type == QStyle.ContentsType.CT_LineEdit:
            whole.setWidth(whole.width() + scaled(16))
        return whole

    @override
    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        rect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        framed = isinstance(option, QStyleOptionFrame) and option.lineWidth > 0
        if element == QStyle.SubElement.SE_LineEditContents and framed:
            return rect.adjusted(scaled(6), 0, -scaled(6), 0)
        return rect

    def _draw_combo(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
        _draw_field(_Primitive.PE_PanelLineEdit, option, painter)
        part = QStyle.SubControl.SC_ComboBoxArrow
        arrow = super().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, widget)  # type: ignore[arg-type]
        _draw_icon("chevron-down", arrow, option, painter, 14)

    def _draw_spin(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
        if isinstance(option, QStyleOptionSpinBox) and option.frame:
            _draw_field(_Primitive.PE_PanelLineEdit, option, painter)
        spin = QStyle.ComplexControl.CC_SpinBox
        calendar = widget is not None and bool(widget.property("calendarPopup"))
        parts = (
            (("chevron-down", QStyle.SubControl.SC_SpinBoxDown),)
            if calendar
            else (
                ("chevron-up", QStyle.SubControl.SC_SpinBoxUp),
                ("chevron-down", QStyle.SubControl.SC_SpinBoxDown),
            )
        )
        for name, part in parts:
            place = super().subControlRect(spin, option, part, widget)  # type: ignore[arg-type]
            _draw_icon(name, place, option, painter, 11)

    def _draw_scroll_bar(self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None) -> None:
        """A quiet thumb without arrows: a page of rows is scrolled by wheel and keys."""
        colors = colors_for(option.palette)
        thumb = self.subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            widget,
        )
        pressed = bool(option.state & _State.State_MouseOver)
        painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Base))
        room = QRectF(thumb).adjusted(3, 3, -3, -3)
        draw_box(painter, room, colors.faint if pressed else colors.line_strong, None, 3.0)

    @override
    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar and part in (
            QStyle.SubControl.SC_ScrollBarAddLine,
            QStyle.SubControl.SC_ScrollBarSubLine,
        ):
            return QRect()
        rect = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        if part in (QStyle.SubControl.SC_SpinBoxEditField, QStyle.SubControl.SC_ComboBoxEditField):
            return rect.adjusted(scaled(5), 0, 0, 0)
        return rect


def _draw_icon(name: str, room: QRect, option: QStyleOption, painter: QPainter, size: int) -> None:
    colors = colors_for(option.palette)
    ink = colors.muted if option.state & _State.State_Enabled else colors.faint
    across = scaled(size)
    ratio = painter.device().devicePixelRatio()
    corner = room.center() - QPoint(across // 2, across // 2 - 1)
    painter.drawPixmap(corner, app_icons().pixmap(name, ink, across, ratio))


def _draw_indicator(element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> None:
    """A check box or a radio button that can be seen on every ground."""
    colors = colors_for(option.palette)
    on = bool(option.state & (_State.State_On | _State.State_NoChange))
    enabled = bool(option.state & _State.State_Enabled)
    size = min(option.rect.width(), option.rect.height())
    box = QRect(0, 0, size, size)
    box.moveCenter(option.rect.center())
    radius = size / 2 if element == _Primitive.PE_IndicatorRadioButton else 4.0
    strong = colors.accent if enabled else colors.faint
    draw_box(painter, box, strong if on else colors.panel, strong if on else colors.faint, radius, 1.2)
    if on and element == _Primitive.PE_IndicatorRadioButton:
        inner = box.adjusted(size // 4 + 1, size // 4 + 1, -size // 4, -size // 4)
        draw_box(painter, inner, colors.on_accent, None, size / 4)
    elif on:
        name = "minus" if option.state & _State.State_NoChange else "check"
        across = size - 4
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(box.left() + 2, box.top() + 2, app_icons().pixmap(name, colors.on_accent, across, ratio))


def _draw_button(option: QStyleOption, painter: QPainter) -> None:
    colors = colors_for(option.palette)
    state = option.state
    rect = option.rect
    default = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )
    down = bool(state & (_State.State_Sunken | _State.State_On))
    fill = colors.selection if down else colors.hover if state & _State.State_MouseOver else colors.panel
    line = colors.accent if default else colors.line_strong if state & _State.State_Enabled else colors.line
    draw_box(painter, rect, fill, line, CONTROL_RADIUS)
    if state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange:
        draw_focus_ring(painter, rect, colors, CONTROL_RADIUS)


def _draw_field(element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> None:
    if isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0:
        return
    colors = colors_for(option.palette)
    state = option.state
    rect = option.rect
    fill = "" if element == _Primitive.PE_FrameLineEdit else colors.field
    draw_box(painter, rect, fill, colors.line_strong, CONTROL_RADIUS)
    if state & _State.State_HasFocus:
        draw_focus_ring(painter, rect, colors, CONTROL_RADIUS)


def _draw_focus(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    if widget is not None and widget.property("draws_own_focus"):
        return
    colors = colors_for(option.palette)
    draw_box(painter, option.rect, "", colors.accent, 4.0, 2.0)


def round_path(rect: QRect | QRectF, radius: float) -> QPainterPath:
    """The outline of a box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return path
